# What blocks define or change of the kinds that rules look at: an azapi_resource, an azapi_update_resource, a PUT or PATCH of
# azapi_resource_action, a resource in the template of a deployment, and what azurerm has of them.
package session_pools.lib

pools := [resource | some resource in resources; resource.kind == "session-pool"]

environments := [resource | some resource in resources; resource.kind == "environment"]

role_assignments := [resource | some resource in resources; resource.kind == "role-assignment"]

resources := array.concat(direct_resources, deployed_resources)

direct_resources := [resource |
	some block in blocks
	target := target_of(block)
	kind := constants.kinds[target.type]
	sensitive := canonical(object.get(block.arguments, "sensitive_body", null))
	body := merged(canonical(object.get(block.arguments, "body", null)), sensitive)
	not is_removal(body)
	resource := object.union(object.remove(block, ["arguments"]), {
		"arguments": block.arguments,
		"body": body,
		"defined_by": target.defined_by,
		"hidden": hidden_in(block, body, sensitive),
		"kind": kind,
		"partial": target.partial,
	})
]

target_of(block) := {"defined_by": block.type, "partial": false, "type": arm_type_in(block.arguments.type)} if {
	block.type == "azapi_resource"
} else := {"defined_by": block.type, "partial": true, "type": arm_type_in(block.arguments.type)} if {
	block.type == "azapi_update_resource"
} else := target_of_action(block.arguments) if {
	block.type == "azapi_resource_action"
} else := {"defined_by": block.type, "partial": false, "type": block.type} if {
	not startswith(block.type, "azapi_")
}

# Only PUT and PATCH of the resource itself change it; any other request is an action.
target_of_action(arguments) := {
	"defined_by": sprintf("azapi_resource_action (%s)", [verb]),
	"partial": verb != "PUT",
	"type": type_of_action(arguments),
} if {
	verb := verb_of(object.get(arguments, "method", null))
	verb in {"PATCH", "PUT"}
}

verb_of(method) := upper(as_text(method)) if {
	is_known(method)
} else := "PATCH"

type_of_action(arguments) := arm_type_of_id(sprintf("%s/%s", [as_text(object.get(arguments, "resource_id", null)), as_text(action)])) if {
	action := object.get(arguments, "action", null)
	is_known_text(action)
} else := arm_type_in(arguments.type) if {
	not is_known_text(object.get(arguments, "action", null))
}

arm_types := sort([type |
	some type in array.concat([kind_type | some kind_type, _ in constants.kinds], constants.deployments)
	contains(type, "/")
])

# The ARM type in lower case, without the API version. Of an expression, the first type that is named in it.
arm_type_in(value) := [type | some type in arm_types; contains(lower(value), type)][0] if {
	is_arm_text(value)
	has_expression(value)
} else := split(fold(value), "@")[0] if {
	is_arm_text(value)
	not has_expression(value)
}

is_arm_text(value) if {
	is_string(value)
	contains(value, "/")
}

# The ARM type of what has the ID.
arm_type_of_id(id) := [type |
	some type in arm_types
	parts := split(trim_right(regex.replace(lower(id), `\?[\s\S]*$`, ""), "/"), sprintf("/providers/%s/", [type]))
	count(parts) > 1
	name := parts[count(parts) - 1]
	name != ""
	not contains(name, "/")
][0]

is_removal(body) if {
	request := object.get(object.get(body, "properties", {}), "requestType", null)
	is_known_text(request)
	regex.match(`remove|deactivate`, fold(request))
}
