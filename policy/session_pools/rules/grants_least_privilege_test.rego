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

test_forms_of_a_guid if {
	dense := replace(owner, "-", "")
	every role in [owner, dense, sprintf("{%s}", [owner]), sprintf("/%s/ ", [owner]), sprintf("x/%s?a", [owner])] {
		document := inputs.configuration({
			"type": "Microsoft.Authorization/roleAssignments@2022-04-01",
			"parent_id": inputs.pool_id,
			"body": {"properties": {"roleDefinitionId": role}},
		})
		granted == {"'Owner' is granted on a session pool"} with input as document
	}
}

test_roles_for_access if {
	every role in ["18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "f58310d9-a9f6-439a-9e8d-f62e7b41a168"] {
		messages := granted with input as azapi(inputs.pool_id, role)
		count(messages) == 1
	}
}

test_slashes if {
	granted == elsewhere with input as azapi("/subscriptions/0/resourceGroups/rg//", executor)
	granted == set() with input as azapi(sprintf("%s/", [inputs.pool_id]), executor)
}

test_pool_only_inside_of_an_expression if {
	granted == set() with input as azapi("${replace(\"/x/providers/Microsoft.App/sessionPools/p\", \"/p\", \"\")}", executor)
}

test_no_scope if {
	document := {"resource": {"azurerm_role_assignment": {"it": {"role_definition_name": "Owner"}}}}
	granted == set() with input as document
}

test_name_not_known if granted == set() with input as azurerm(inputs.pool_id, "${var.role}")

test_name_of_another_role if granted == set() with input as azurerm(inputs.pool_id, "Reader")

request(id, more) := {"resource": {"azapi_resource_action": {"it": object.union(
	{
		"body": {"properties": {"roleDefinitionId": sprintf("/roleDefinitions/%s/", [executor])}},
		"method": "PUT",
		"resource_id": id,
		"type": "Microsoft.Authorization/roleAssignments@2022-04-01",
	},
	more,
)}}}

test_by_action if {
	assignment := "providers/Microsoft.Authorization/roleAssignments/a"
	granted == elsewhere with input as request(sprintf("/subscriptions/0/%s", [assignment]), {})
	granted == elsewhere with input as request(sprintf("/%s", [assignment]), {})
	granted == set() with input as request(sprintf("%s/%s", [inputs.pool_id, assignment]), {})
	granted == elsewhere with input as request("/subscriptions/0", {"action": assignment})
}

planned(scope, role) := {
	"resource_changes": [{
		"address": "azurerm_role_assignment.it",
		"change": {"actions": ["create"], "after": {}, "after_unknown": {"role_definition_id": true, "scope": true}},
		"mode": "managed",
		"type": "azurerm_role_assignment",
	}],
	"configuration": {"root_module": {"resources": [{
		"address": "azurerm_role_assignment.it",
		"expressions": {"role_definition_id": {"constant_value": role}, "scope": {"constant_value": scope}},
		"type": "azurerm_role_assignment",
	}]}},
}

test_unknown_in_a_plan if {
	role := sprintf("/roleDefinitions/%s", [executor])
	expected := {"the scope of 'Azure ContainerApps Session Executor' is known only after apply"}
	granted == expected with input as planned("${azapi_resource.later.output}", role)
	granted == {"the role on a session pool is known only after apply"} with input as planned(inputs.pool_id, "${azapi_resource.later.id}")
	granted == set() with input as planned("/subscriptions/0", "${azapi_resource.later.id}")
}

test_no_role if granted == set() with input as {"resource": {"azurerm_role_assignment": {"it": {"scope": inputs.pool_id}}}}
