package session_pools.lib

# The resources of a plan after its changes. What is known only after apply is the expression of the configuration, so
# that it reads as in cdk.tf.json; literal text is escaped as it is there.
planned_resources := [resource |
	some change in document.resource_changes
	change.mode == "managed"
	is_object(change.change.after)
	kind := kinds[type_of(change.type, change.change.after)]
	static_address := regex.replace(change.address, `\[("[^"]*"|\d+)\]`, "")
	entry := object.get(configuration, static_address, {})
	arguments := arguments_of(change.change, object.get(entry, "expressions", {}))
	resource := {
		"address": change.address,
		"arguments": arguments,
		"kind": kind,
		"module": regex.replace(static_address, `^((module\.[^.]+\.)*).*$`, "$1"),
		"path": "",
		"properties": properties_of(arguments),
		"provider": object.get(entry, "provider_config_key", "azapi"),
		"type": change.type,
	}
]

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

arguments_of(change, expressions) := json.patch(change.after, array.concat(escapes(change.after), fillings(change, expressions)))

escapes(after) := [patch |
	walk(after, [path, text])
	is_string(text)
	regex.match(`[$%]\{`, text)
	patch := {"op": "replace", "path": path, "value": replace(replace(text, "${", "$${"), "%{", "%%{")}
]

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
} else := concat("", [sprintf("${%s}", [reference]) | some reference in object.get(expressions[path[0]], "references", ["unknown"])])
