package session_pools.lib

# The resources of a plan after its changes. What is known only after apply is the expression of the configuration, so
# that it reads as in cdk.tf.json; literal text is escaped as it is there.
planned_blocks := [block |
	some change in changes
	is_object(change.change.after)
	matters(change.type)
	static_address := static(change.address)
	entry := object.get(configuration, static_address, {})
	block := {
		"address": change.address,
		"arguments": arguments_of(change.change, object.get(change, "expressions", object.get(entry, "expressions", {}))),
		"module": regex.replace(static_address, `^((module\.[^.]+\.)*).*$`, "$1"),
		"path": "",
		"provider": object.get(entry, "provider_config_key", "azapi"),
		"sensitive": marked_arguments(object.get(change.change, "after_sensitive", {})),
		"type": change.type,
	}
]

changes := array.concat(
	[change |
		input_kind == "plan"
		some change in array.concat(
			[each | some each in object.get(document, "resource_changes", [])],
			[each.resource_change | some each in object.get(document, "deferred_changes", [])],
		)
		change.mode == "managed"
	],
	[change_of(invocation) |
		input_kind == "plan"
		some invocation in array.concat(
			[each | some each in object.get(document, "action_invocations", [])],
			[each.action_invocation | some each in object.get(document, "deferred_action_invocations", [])],
		)
	],
)

# An action as a change. Nothing in it is computed by the provider, so that all that is unknown is given.
change_of(invocation) := {
	"address": invocation.address,
	"change": {
		"after": object.get(invocation, "config_values", null),
		"after_sensitive": object.get(invocation, "config_sensitive", {}),
		"after_unknown": unknown_arguments,
	},
	"expressions": {name: {} | some name, _ in unknown_arguments},
	"type": invocation.type,
} if {
	unknown_arguments := object.get(invocation, "config_unknown", {})
}

static(address) := regex.replace(address, `\[("(?:[^"\\]|\\.)*"|\d+)\]`, "")

# The resources and data sources of the configuration by address without indexes.
configuration[address] := resource if {
	some resource in document.configuration.root_module.resources
	address := resource.address
}

configuration[address] := resource if {
	walk(document.configuration.root_module.module_calls, [path, module])
	count(path) % 3 == 2
	path[count(path) - 1] == "module"
	prefix := concat("", [sprintf("module.%s.", [name]) | some i, name in path; i % 3 == 0])
	some resource in module.resources
	address := sprintf("%s%s", [prefix, resource.address])
}

# A plan has nothing of what is write-only.
arguments_of(change, expressions) := object.union(
	json.patch(change.after, array.concat(escapes(change.after), fillings(change, expressions))),
	{"sensitive_body": expression_at(["sensitive_body"], expressions) | expressions.sensitive_body},
)

escapes(after) := [patch |
	walk(after, [path, text])
	is_string(text)
	regex.match(`[$%]\{`, text)
	patch := {"op": "replace", "path": path, "value": escaped_text(text)}
]

escaped_text(text) := replace(replace(text, "${", "$${"), "%{", "%%{")

fillings(change, expressions) := [patch |
	walk(object.get(change, "after_unknown", {}), [path, true])
	is_given(path, expressions)
	holder := object.get(change.after, array.slice(path, 0, count(path) - 1), change.after)
	patch := {"op": operations[type_name(holder)], "path": path, "value": expression_at(path, expressions)}
]

operations := {"array": "replace", "object": "add"}

# What the provider computes by itself is not given.
is_given(path, expressions) if expressions[path[0]]

expression_at(path, expressions) := value if {
	value := object.get(expressions[path[0]], array.concat(["constant_value"], array.slice(path, 1, count(path))), null)
	value != null
} else := reference(object.get(expressions[path[0]], "references", ["unknown"]))

# The only reference as it would be written, with what Terraform lists beside it; several as they come.
reference(references) := sprintf("${%s}", [references[0]]) if {
	every each in references {
		startswith(references[0], each)
	}
} else := concat("", [sprintf("${%s}", [each]) | some each in references])

# The arguments that are stored as they are, and have something in them that Terraform marks as sensitive.
marked_arguments(marks) := [name |
	some name in constants.stored
	walk(object.get(marks, name, false), [_, true])
]
