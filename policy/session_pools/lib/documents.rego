# What an input is, and the blocks of a cdk.tf.json in the form in which those of a plan are too.
package session_pools.lib

# HCP Terraform wraps the plan.
document := input.plan if {
	is_object(input.plan)
	not input.resource_changes
} else := input

default input_kind := "neither"

input_kind := "plan" if {
	is_plan
} else := "configuration" if {
	is_configuration
}

is_plan if is_array(document.resource_changes)

is_plan if {
	is_object(document.planned_values)
	is_object(document.configuration)
}

configuration_blocks := {
	"action", "check", "data", "ephemeral", "import", "locals", "module", "moved",
	"output", "provider", "removed", "resource", "terraform", "variable",
}

is_configuration if {
	is_object(document)
	some name in object.keys(document)
	name in configuration_blocks
}

blocks := array.concat(planned_blocks, configured_blocks)

# What a configuration defines or changes: resources, and ephemeral resources and actions, whose requests are sent too.
configured_blocks := [block |
	input_kind == "configuration"
	some prefix, name in {"": "resource", "action.": "action", "ephemeral.": "ephemeral"}
	some [type, block_name, arguments] in definitions_of(name)
	matters(type)
	block := {
		"address": sprintf("%s%s.%s", [prefix, type, block_name]),
		"arguments": arguments,
		"module": "",
		"path": object.get(arguments, ["//", "metadata", "path"], ""),
		"provider": object.get(arguments, "provider", "azapi"),
		"sensitive": sensitive_arguments(arguments),
		"type": type,
	}
]

# An action has its arguments in a block of their own.
definitions_of("action") := [[type, block_name, arguments] |
	some [type, block_name, action] in blocks_of("action")
	some arguments in as_list(object.get(action, "config", {}))
	is_object(arguments)
]

definitions_of(name) := blocks_of(name) if name != "action"

blocks_of(name) := [[type, block_name, with_locals(arguments)] |
	some [type, by_name] in entries(object.get(document, name, {}))
	some [block_name, bodies] in entries(by_name)
	some arguments in as_list(bodies)
	is_object(arguments)
]

matters(type) if startswith(type, "azapi_")

matters(type) if constants.kinds[type]

matters(type) if type in constants.deployments

# The entries of an object, or of all objects in a list: in Terraform's JSON every level of blocks may be either.
entries(value) := [[key, item] |
	some holder in as_list(value)
	is_object(holder)
	some key, item in holder
]

as_list(value) := value if {
	is_array(value)
} else := [value]

# The types of everything whose id can be referred to, by address: the ARM type of a resource of azapi, the type in Terraform of any other.
types[address] := type_of(type, object.get(arguments, "type", null)) if {
	input_kind == "configuration"
	some prefix, name in {"": "resource", "data.": "data"}
	some [type, block_name, arguments] in blocks_of(name)
	address := sprintf("%s%s.%s", [prefix, type, block_name])
}

types[address] := type_of(entry.type, object.get(entry, ["expressions", "type", "constant_value"], null)) if {
	input_kind == "plan"
	some address, entry in configuration
}

type_of(type, text) := arm_type_in(text) if {
	startswith(type, "azapi_")
} else := type

sensitive_variables contains name if {
	some [name, variables] in entries(object.get(document, "variable", {}))
	some variable in as_list(variables)
	is_true(variable.sensitive)
}

# The arguments that are stored as they are, and have something sensitive in them.
sensitive_arguments(arguments) := [name |
	some name in constants.stored
	walk_finds_sensitive(object.get(arguments, name, null))
]

walk_finds_sensitive(value) if {
	walk(value, [_, text])
	is_string(text)
	contains(text, "{")
	has_expression(text)
	is_sensitive(regex.replace(text, `\bnonsensitive\([^()]*\)`, ""))
}

is_sensitive(text) if regex.match(`\bsensitive[ \t\r\n]*\(`, text)

is_sensitive(text) if {
	some match in regex.find_all_string_submatch_n(`\bvar[ \t\r\n]*\.[ \t\r\n]*([\w-]+)`, text, -1)
	match[1] in sensitive_variables
}

# What the azapi provider gives to resources that do not have it.
provider_default(block, name) := object.get(document, path, null) if {
	input_kind == "plan"
	path := ["configuration", "provider_config", block.provider, "expressions", name, "constant_value"]
} else := [object.get(provider, name, null) |
	some [type, configurations] in entries(object.get(document, "provider", {}))
	type == "azapi"
	some provider in with_locals(as_list(configurations))
	concat(".", array.concat(["azapi"], [alias | alias := object.get(provider, "alias", null); alias != null])) == block.provider
][0]
