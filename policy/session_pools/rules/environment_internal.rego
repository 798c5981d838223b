package session_pools.rules.environment_internal

import data.session_pools.lib

rule := {"id": "SessionPoolEnvironmentInternal", "level": "warning"}

finding contains lib.finding(environment, sprintf("%s is not true", [name])) if {
	some environment in lib.environments
	[name, value] := setting_of(environment)
	lib.is_known(value)
	not lib.is_true(value)
}

setting_of(environment) := [name, lib.argument(environment, name)] if {
	environment.type == "azurerm_container_app_environment"
	name := "internal_load_balancer_enabled"
} else := [name, lib.property(environment, name)] if {
	name := "vnetConfiguration.internal"
}
