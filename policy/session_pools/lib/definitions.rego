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
	sensitive := canonical_body(object.get(block.arguments, "sensitive_body", null))
	body := merged(canonical_body(object.get(block.arguments, "body", null)), sensitive)
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
} else := {"defined_by": block.type, "partial": true, "type": type_of_request(block.arguments, null)} if {
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
	"type": type_of_request(arguments, object.get(arguments, "action", null)),
} if {
	verb := verb_of(object.get(arguments, "method", null))
	verb in {"PATCH", "PUT"}
}

verb_of(method) := upper(as_text(method)) if {
	is_known(method)
} else := "PATCH"

# The path decides what a request is for; where it is not known, what is named in it, else the type that is given.
type_of_request(arguments, action) := arm_type_of_id(concat("/", [as_text(id), as_text(action)])) if {
	is_known_text(action)
	id := object.get(arguments, "resource_id", null)
} else := arm_type_in(action) if {
	is_filled(action)
	not is_known_text(action)
} else := arm_type_of_id(as_text(object.get(arguments, "resource_id", null))) if {
	not is_filled(action)
} else := arm_type_in(arguments.type) if {
	not is_known_text(action)
}

arm_types := sort([type |
	some type in array.concat([kind_type | some kind_type, _ in constants.kinds], constants.deployments)
	contains(type, "/")
])

# The ARM type in lower case, without the API version. Of an expression, the first type that is named in it.
arm_type_in(value) := arm_type_named_in(value) if {
	is_arm_text(value)
	has_expression(value)
} else := trim(regex.replace(fold(regex.replace(split(value, "@")[0], `[ \t\r\n]`, "")), `/{2,}`, "/"), "/") if {
	is_arm_text(value)
	not has_expression(value)
}

# The first ARM type that is named in the text.
arm_type_named_in(text) := [type | some type in arm_types; contains(lower(text), type)][0]

is_arm_text(value) if {
	is_string(value)
	contains(value, "/")
}

# The ARM type of what has the ID.
arm_type_of_id(id) := [type |
	some type in arm_types
	parts := split(path_of(id), sprintf("/providers/%s/", [type]))
	count(parts) > 1
	name := parts[count(parts) - 1]
	name != ""
	not contains(name, "/")
][0]

# The path of the resource that a request with the ID is for: in lower case, and without what ARM leaves out or undoes.
path_of(id) := trim_suffix(without_detours(without_detours(without_detours(plain))), "/") if {
	decoded := lower(strings.replace_n(percent_codes, lower(regex.replace(id, `[?#][\s\S]*$`, ""))))
	plain := regex.replace(regex.replace(concat("", [decoded, "/"]), `/{2,}`, "/"), `/(\./)+`, "/")
}

percent_codes[sprintf("%%%02x", [code])] := sprintf("%c", [code]) if some code in numbers.range(32, 127)

# Without segments that the next ones take back.
without_detours(path) := regex.replace(path, `/[^/]+/\.\./`, "/")

is_removal(body) if {
	request := object.get(object.get(body, "properties", {}), "requestType", null)
	is_known_text(request)
	regex.match(`remove|deactivate`, fold(request))
}
