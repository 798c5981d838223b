# Bodies in one form.
package session_pools.lib

names := {fold(name): name | some name in constants.bodyNames}

canonical_name(key) := object.get(names, fold(key), key)

# The body with the names of properties in Azure's casing, since ARM compares them without regard to it. Where a name is
# given twice, the one in Azure's casing counts, else the first.
canonical(value) := json.patch({"it": value}, array.reverse([rename(value, path) | some path in odd_names(value)])).it

# Where names have another casing, holders first.
odd_names(value) := [path |
	walk(value, [path, _])
	key := path[count(path) - 1]
	is_string(key)
	canonical_name(key) != key
]

rename(value, path) := {"op": "remove", "path": array.concat(["it"], path)} if {
	same := same_names(value, path)
	canonical_name(path[count(path) - 1]) in same
} else := {"op": "remove", "path": array.concat(["it"], path)} if {
	same_names(value, path)[0] != path[count(path) - 1]
} else := {"op": "move", "from": array.concat(["it"], path), "path": array.concat(array.concat(["it"], holder), [name])} if {
	last := count(path) - 1
	holder := array.slice(path, 0, last)
	name := canonical_name(path[last])
}

# The names in the same object that mean the same.
same_names(value, path) := [key |
	last := count(path) - 1
	holder := object.get({"it": value}, array.concat(["it"], array.slice(path, 0, last)), {})
	some key, _ in holder
	canonical_name(key) == canonical_name(path[last])
]

repeated_names(value) := {canonical_name(path[count(path) - 1]) |
	some path in odd_names(value)
	count(same_names(value, path)) > 1
}

# What is sent: objects are merged, and what is in the sensitive body wins.
merged(body, sensitive) := object.union(body, sensitive) if {
	is_object(body)
	is_object(sensitive)
} else := sensitive if {
	is_object(sensitive)
} else := body

hidden_paths(null) := []

hidden_paths(sensitive) := ["the whole body"] if {
	sensitive != null
	not is_object(sensitive)
}

hidden_paths(sensitive) := array.concat(
	[name | some name, value in sensitive; not is_properties(name, value)],
	[sprintf("properties.%s", [name]) | some name, _ in object.get(sensitive, "properties", {}); name != "secrets"],
) if {
	is_object(sensitive)
}

is_properties("properties", value) if is_object(value)

# Properties that are where rules cannot judge them, in words.
hidden_in(block, body, sensitive) := array.concat(
	array.concat(
		[sprintf("sensitive_body has %s", [path]) | some path in hidden_paths(sensitive)],
		repetitions([object.get(block.arguments, name, null) | some name in ["body", "sensitive_body"]]),
	),
	["the name of a property is an expression" | has_expression_as_name(object.get(body, "properties", null))],
)

repetitions(values) := [sprintf("'%s' is given twice, in different casing", [name]) |
	some value in values
	some name in repeated_names(value)
]

has_expression_as_name(value) if {
	walk(value, [path, _])
	key := path[count(path) - 1]
	is_string(key)
	contains(key, "{")
	has_expression(key)
}
