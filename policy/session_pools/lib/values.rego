# How rules read a resource. Text is a Terraform template; with an expression in it, the value is not known.
package session_pools.lib

# What can be given in the body instead of as an argument.
in_body := {"identity", "location", "scope", "tags"}

defaults_of_provider := {"location": "default_location", "tags": "default_tags"}

# The argument, or null.
argument(resource, name) := value if {
	value := object.get(resource.arguments, name, null)
	value != null
} else := value if {
	name in in_body
	is_object(resource.body)
	value := object.get(resource.body, name, null)
	value != null
} else := provider_default(resource, defaults_of_provider[name]) if {
	resource.defined_by == "azapi_resource"
} else := null

# The value in `properties` of the body, or null. Where only what holds it is text, such as an expression, it is that.
property(resource, path) := resource.body if {
	is_string(resource.body)
} else := value if {
	value := object.get(resource.body, array.concat(["properties"], split(path, ".")), null)
	value != null
} else := holder if {
	names_on_the_way := array.concat(["properties"], split(path, "."))
	some length in numbers.range(1, count(names_on_the_way) - 1)
	holder := object.get(resource.body, array.slice(names_on_the_way, 0, length), null)
	is_string(holder)
} else := null

# The items of the list in `properties` of the body; none where it is not given or not known.
items(resource, path) := value if {
	value := property(resource, path)
	is_array(value)
} else := [value |
	value := property(resource, path)
	value != null
	is_known(value)
]

# The API version of a resource of azapi, or null.
api_version(resource) := split(resource.arguments.type, "@")[1] if {
	is_known(resource.arguments.type)
} else := null

is_known(value) if not has_expression(value)

has_expression(value) if {
	walk(value, [_, each])
	is_string(each)
	regex.match(`[$%]\{`, replace(replace(each, "$${", ""), "%%{", ""))
}

# Whether there is a value that is known and not empty.
is_known_text(value) if {
	is_filled(value)
	is_known(value)
}

is_filled(value) if not value in {null, ""}

# Whether the value as a whole is an expression.
is_expression(value) if {
	is_string(value)
	has_expression(value)
}

# Terraform and ARM take the text as well.
is_true(true)

is_true(value) if {
	is_string(value)
	fold(value) == "true"
}

# The entry of an object, or null.
entry(value, name) := object.get(value, name, null) if {
	is_object(value)
} else := null

# Text as it is, any other value as JSON.
as_text(value) := value if {
	is_string(value)
} else := json.marshal(value)

# For comparisons without regard to case. Text beyond ASCII stays: its lower case depends on who asks.
fold(value) := lower(as_text(value)) if {
	regex.match(`^[\x00-\x7f]*$`, as_text(value))
} else := as_text(value)

# The number where it is known, also as text; "no number" where what is known is none.
number_of(value) := value if {
	is_number(value)
} else := to_number(value) if {
	is_string(value)
	regex.match(`^-?[0-9]+(\.[0-9]+)?$`, value)
} else := "no number" if {
	value != null
	is_known(value)
}

# The type of the resource whose `id` the value is a reference to. Undefined where it is none, or a larger expression.
referenced_type(resource, value) := types[sprintf("%s%s", [resource.module, address])] if {
	is_string(value)
	address := regex.find_all_string_submatch_n(`^\$\{((?:data\.)?[a-z]\w*\.[\w-]+)(?:\[[^\]]*\])?\.id\}$`, value, 1)[0][1]
}

# What is only known after apply is unknown to everybody who looks at the plan. In a configuration nothing is said of it.
unknown(what) := {sprintf("%s is known only after apply", [what]) |
	input_kind == "plan"
	not parameters.allowUnknownAfterApply
}

# What a rule says of a resource.
finding(resource, message) := {"address": resource.address, "path": resource.path, "message": message}
