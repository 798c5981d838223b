package session_pools.rules.environment_internal_test

import data.session_pools.inputs
import data.session_pools.rules.environment_internal

azapi(properties) := inputs.configuration({"type": "Microsoft.App/managedEnvironments@2026-01-01", "body": {"properties": properties}})

azurerm(arguments) := {"resource": {"azurerm_container_app_environment": {"it": arguments}}}

test_internal if count(environment_internal.finding) == 0 with input as azapi({"vnetConfiguration": {"internal": "true"}})

test_azurerm_internal if count(environment_internal.finding) == 0 with input as azurerm({"internal_load_balancer_enabled": true})

test_public if {
	inputs.messages(environment_internal.finding) == {"vnetConfiguration.internal is not true"} with input as azapi({})
}

test_azurerm_public if {
	inputs.messages(environment_internal.finding) == {"internal_load_balancer_enabled is not true"} with input as azurerm({})
}

updated(properties) := {"resource": {"azapi_update_resource": {"it": {
	"body": {"properties": properties},
	"type": "Microsoft.App/managedEnvironments@2026-01-01",
}}}}

test_update_of_something_else if count(environment_internal.finding) == 0 with input as updated({"zoneRedundant": true})

test_update if count(environment_internal.finding) == 1 with input as updated({"vnetConfiguration": {"internal": false}})

test_unknown_in_a_plan if {
	planned := {
		"configuration": {"root_module": {"resources": [{
			"address": "azurerm_container_app_environment.it",
			"expressions": {"internal_load_balancer_enabled": {"references": ["var.a", "var.b"]}},
			"type": "azurerm_container_app_environment",
		}]}},
		"resource_changes": [{
			"address": "azurerm_container_app_environment.it",
			"change": {"actions": ["create"], "after": {}, "after_unknown": {"internal_load_balancer_enabled": true}},
			"mode": "managed",
			"type": "azurerm_container_app_environment",
		}],
	}
	expected := {"internal_load_balancer_enabled is known only after apply"}
	inputs.messages(environment_internal.finding) == expected with input as planned
}
