# How rules read a resource. Text is a Terraform template; with an expression in it, the value is not known.
package session_pools.lib

# The argument, or null.
argument(resource, name) := value if {
	value := object.get(resource.arguments, name, null)
	value != null
} else := default_tags(resource) if {
	name == "tags"
	resource.type == "azapi_resource"
} else := null

# The value in `properties` of the body, or null. Where only what holds it is an expression, it is that.
property(resource, path) := value if {
	value := object.get(resource.properties, split(path, "."), null)
	value != null
} else := resource.properties if {
	is_string(resource.properties)
} else := holder if {
	names := split(path, ".")
	some length in numbers.range(1, count(names) - 1)
	holder := object.get(resource.properties, array.slice(names, 0, length), null)
	is_string(holder)
} else := null

# `properties` of the body; the body where that is an expression.
properties_of(arguments) := arguments.body if {
	is_string(arguments.body)
} else := object.get(arguments, ["body", "properties"], {})

# The items of the list in `properties` of the body; none where it is not given or not known.
items(resource, path) := value if {
	value := property(resource, path)
	is_array(value)
} else := []

# The api version of a resource of azapi, or null.
api_version(resource) := split(resource.arguments.type, "@")[1] if {
	is_known(resource.arguments.type)
} else := null

is_known(value) if not has_expression(value)

has_expression(value) if {
	walk(value, [_, text])
	is_string(text)
	regex.match(`[$%]\{`, replace(replace(text, "$${", ""), "%%{", ""))
}

# Whether there is a value that is known and not empty.
is_known_text(value) if {
	not value in {null, ""}
	is_known(value)
}

is_true(value) if value in {true, "true"}

# The number where it is known.
number_of(value) := to_number(value) if is_known_text(value)

# The type of the resource whose `id` the value refers to. Undefined where it refers to none.
referenced_type(resource, value) := type if {
	has_expression(value)
	found := [found_type |
		pattern := `(?:^|[^\w.-])((?:data\.)?[a-z]\w*\.[\w-]+)(?:\[[^\]]*\])?\.id\b`
		some match in regex.find_all_string_submatch_n(pattern, value, -1)
		found_type := types[sprintf("%s%s", [resource.module, match[1]])]
	]
	arm_types := [each | some each in found; contains(each, "/"); kinds[each]]
	type := array.concat(arm_types, found)[0]
}

# What a rule says of a resource.
finding(resource, message) := {"address": resource.address, "path": resource.path, "message": message}
