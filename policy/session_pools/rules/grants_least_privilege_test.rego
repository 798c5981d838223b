package session_pools.rules.grants_least_privilege_test

import data.session_pools.inputs
import data.session_pools.rules.grants_least_privilege

owner := "8E3AF657-A8FF-443C-A75C-2FE8C4BCB635"

executor := "0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0"

azapi(scope, role) := inputs.configuration({
	"type": "Microsoft.Authorization/roleAssignments@2022-04-01",
	"parent_id": scope,
	"body": {"properties": {"roleDefinitionId": sprintf("/subscriptions/${var.a}/roleDefinitions/%s", [role])}},
})

azurerm(scope, role) := {"resource": {"azurerm_role_assignment": {"it": {"role_definition_name": role, "scope": scope}}}}

granted := inputs.messages(grants_least_privilege.finding)

elsewhere := {"'Azure ContainerApps Session Executor' is granted elsewhere than on a session pool"}

test_executor_on_pool if granted == set() with input as azapi(inputs.pool_id, executor)

test_owner_on_group if granted == set() with input as azapi("/subscriptions/0/resourceGroups/rg", owner)

test_scope_not_known if granted == set() with input as azapi("${var.scope}", executor)

test_role_not_known if granted == set() with input as azapi(inputs.pool_id, "${var.role}")

test_other_role if granted == set() with input as azapi(inputs.pool_id, "7f951dda-4ed3-4680-a7ca-43fe172d538d")

test_owner_on_pool if granted == {"'Owner' is granted on a session pool"} with input as azapi(inputs.pool_id, owner)

test_executor_on_group if granted == elsewhere with input as azapi("/subscriptions/0/resourceGroups/rg", executor)

test_azurerm_on_referenced_pool if {
	document := object.union(
		inputs.configuration(inputs.pool({})),
		{"resource": azurerm("${azapi_resource.it.id}", "owner").resource},
	)
	granted == {"'Owner' is granted on a session pool"} with input as document
}

test_azurerm_on_referenced_group if {
	document := object.union(
		azurerm("${data.azurerm_resource_group.g.id}", "Azure ContainerApps Session Executor"),
		{"data": {"azurerm_resource_group": {"g": {"name": "rg"}}}},
	)
	granted == elsewhere with input as document
}
