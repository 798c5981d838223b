# The resources of `terraform show -json` and of cdk.tf.json in one form.
package session_pools.lib

kinds := {
	"azurerm_container_app_environment": "environment",
	"azurerm_role_assignment": "role-assignment",
	"microsoft.app/managedenvironments": "environment",
	"microsoft.app/sessionpools": "session-pool",
	"microsoft.authorization/roleassignments": "role-assignment",
}

pools := [resource | some resource in resources; resource.kind == "session-pool"]

environments := [resource | some resource in resources; resource.kind == "environment"]

role_assignments := [resource | some resource in resources; resource.kind == "role-assignment"]

resources := array.concat(planned_resources, configured_resources)

# HCP Terraform wraps the plan.
document := object.get(input, "plan", input)

# The resources of a cdk.tf.json.
configured_resources := [resource |
	not document.resource_changes
	some type, by_name in document.resource
	some name, arguments in by_name
	kind := kinds[type_of(type, arguments)]
	resource := {
		"address": sprintf("%s.%s", [type, name]),
		"arguments": arguments,
		"kind": kind,
		"module": "",
		"path": object.get(arguments, ["//", "metadata", "path"], ""),
		"properties": properties_of(arguments),
		"provider": object.get(arguments, "provider", "azapi"),
		"type": type,
	}
]

# The ARM type of a resource of azapi in lower case, the type in Terraform of any other.
type_of(_, arguments) := arm_type(arguments.type) if is_arm_type(object.get(arguments, "type", null))

type_of(type, arguments) := type if not is_arm_type(object.get(arguments, "type", null))

is_arm_type(type) if {
	is_string(type)
	contains(type, "/")
}

arm_type(type) := lower(split(type, "@")[0])

# The types of everything whose id can be referred to, by address.
types[address] := type_of(type, arguments) if {
	not document.resource_changes
	some block in ["resource", "data"]
	some type, by_name in document[block]
	some name, arguments in by_name
	prefix := {"data": "data.", "resource": ""}[block]
	address := sprintf("%s%s.%s", [prefix, type, name])
}

types[address] := type_of(entry.type, {"type": object.get(entry.expressions, ["type", "constant_value"], null)}) if {
	some address, entry in configuration
}

default_tags(resource) := tags if {
	document.resource_changes
	tags := document.configuration.provider_config[resource.provider].expressions.default_tags.constant_value
}

default_tags(resource) := provider.default_tags if {
	not document.resource_changes
	some provider in document.provider.azapi
	resource.provider == concat(".", array.concat(["azapi"], [provider.alias | provider.alias]))
}
