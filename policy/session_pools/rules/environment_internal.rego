package session_pools.rules.environment_internal

import data.session_pools.lib

rule := {"id": "SessionPoolEnvironmentInternal", "level": "warning"}

finding contains lib.finding(environment, message) if {
	some environment in lib.environments
	[name, value] := setting_of(environment)
	some message in failures(environment, name, value)
}

failures(environment, name, value) := lib.unknown(name) if {
	not lib.is_known(value)
} else := {sprintf("%s is not true", [name]) |
	not lib.is_true(value)
	not is_left_alone(environment, value)
}

is_left_alone(environment, value) if {
	not lib.is_filled(value)
	environment.partial
}

setting_of(environment) := [name, lib.argument(environment, name)] if {
	environment.type == "azurerm_container_app_environment"
	name := "internal_load_balancer_enabled"
} else := [name, lib.property(environment, name)] if {
	name := "vnetConfiguration.internal"
}
