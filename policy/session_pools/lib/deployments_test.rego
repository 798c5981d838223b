package session_pools.lib_test

import data.session_pools.lib

template_pool := {"type": "Microsoft.App/sessionPools", "apiVersion": "v", "properties": {"status": "[parameters('s')]", "x": "[[literal]"}}

deployment(template) := block("azapi_resource", {
	"type": "Microsoft.Resources/deployments@x",
	"body": {"properties": {"template": template}},
})

azurerm_deployment(content) := block("azurerm_resource_group_template_deployment", {"template_content": content})

kinds_in(document) := kinds if {
	kinds := [resource.kind | some resource in lib.resources] with input as document
}

with_pool := [
	deployment({"resources": [template_pool]}),
	deployment({"resources": {"a": {"type": "Microsoft.Resources/deployments", "properties": {"template": {"resources": [template_pool]}}}}}),
	deployment("${jsondecode(\"{\\\"type\\\":\\\"Microsoft.App/sessionPools\\\"}\")}"),
	deployment(json.marshal({"resources": [template_pool]})),
	azurerm_deployment(json.marshal({"resources": [template_pool]})),
	azurerm_deployment("${jsonencode({type = \"Microsoft.App/sessionPools\"})}"),
]

test_pools_in_templates if {
	every document in with_pool {
		kinds_in(document) == ["session-pool"]
	}
}

without_pool := [
	deployment({"resources": [object.union(template_pool, {"existing": true})]}),
	deployment("${file(\"template.json\")}"),
	azurerm_deployment("no JSON"),
	azurerm_deployment(5),
]

test_templates_without_pools if {
	every document in without_pool {
		kinds_in(document) == []
	}
}

test_expressions_of_arm_are_not_known if {
	pool := lib.pools[0] with input as deployment({"resources": [template_pool]})
	not lib.is_known(lib.property(pool, "status"))
	lib.property(pool, "x") == "[[literal]"
	pool.defined_by == "a deployment"
	lib.api_version(pool) == "v"
}

test_text_of_templates_is_escaped if {
	given := json.marshal({"resources": [object.union(template_pool, {"properties": {"x": "$${HOME}"}})]})
	pool := lib.pools[0] with input as azurerm_deployment(given)
	lib.property(pool, "x") == "$${HOME}"
}
