# What is wrong with the data file. Where something is, nothing is judged.
package session_pools.lib

given["parameters"] := data.session_pools.parameters

given["acknowledgements"] := data.session_pools.acknowledgements

given["exceptions"] := data.session_pools.exceptions

data_failures contains sprintf("%s %s", [shown(failure.path), failure.message]) if {
	some failure in structure_failures
	not is_inside_failure(failure.path)
}

data_failures contains sprintf("%s %s", [shown(failure.path), failure.message]) if {
	count(structure_failures) + count(beside) == 0
	some failure in naming_failures
}

# Beside the three, names can only be looked for one by one, since the policies are in the same place.
data_failures contains sprintf("session_pools.%s is not known: there are acknowledgements, exceptions, parameters", [name]) if {
	some name, _ in beside
}

# The schemas of all that a data file can have, each with the path of it: `*` stands for any item or name.
schemas := [{"at": at, "schema": schema_there} |
	walk(schema.properties.session_pools, [path, schema_there])
	is_string(schema_there.type)
	at := [segment |
		some name in path
		name != "properties"
		segment := object.get({"additionalProperties": "*", "items": "*"}, name, name)
	]
]

values_at := [{"path": path, "schema": each.schema, "value": value} |
	walk(given, [path, value])
	some each in schemas
	is_at(path, each.at)
]

is_at(path, at) if {
	count(path) == count(at)
	every i, segment in at {
		segment in {"*", path[i]}
	}
}

structure_failures := array.concat(
	[{"path": each.path, "message": message} | some each in values_at; some message in failures_of(each.value, each.schema)],
	array.concat(
		[{"path": array.concat(each.path, [name]), "message": "must be given"} |
			some each in values_at
			is_object(each.value)
			some name in object.get(each.schema, "required", [])
			not name in object.keys(each.value)
		],
		[{"path": array.concat(each.path, [name]), "message": sprintf("is not known: there are %s", [known])} |
			some each in values_at
			is_object(each.value)
			each.schema.additionalProperties == false
			known := concat(", ", sort(object.keys(each.schema.properties)))
			some name in object.keys(each.value)
			not each.schema.properties[name]
			count(each.path) > 0
		],
	),
)

failures_of(value, expected) := {sprintf("must be %s, got %s", [nouns[expected.type], got(value)])} if {
	not has_type(value, expected.type)
} else := {sprintf("must %s, got %s", [rule, got(value)]) | some rule in broken_rules(value, expected)}

nouns := {
	"array": "a list",
	"boolean": "true or false",
	"integer": "a whole number",
	"object": "a map",
	"string": "text",
}

has_type(value, "array") if is_array(value)

has_type(value, "boolean") if is_boolean(value)

has_type(value, "integer") if {
	is_number(value)
	floor(value) == value
}

has_type(value, "object") if is_object(value)

has_type(value, "string") if is_string(value)

broken_rules(value, expected) := union({
	{sprintf("be %s", [alternatives(expected.enum)]) | not value in expected.enum; expected.enum},
	{"not be blank" | expected.minLength; regex.match(sprintf("^[%s]*$", [constants.blanks]), value)},
	{sprintf("be at least %v", [expected.minimum]) | value < expected.minimum},
	{sprintf("be at most %v", [expected.maximum]) | value > expected.maximum},
	{"be a day such as '2027-01-31'" | expected.format == "date"; not is_day(value)},
})

alternatives(values) := sprintf("%s or %s", [concat(", ", array.slice(values, 0, last)), values[last]]) if last := count(values) - 1

# Nanoseconds end in 2262: the year is moved to one between 1800 and 2199 with the same calendar, which repeats every 400 years.
is_day(day) if {
	regex.match(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`, day)
	year := 1800 + ((to_number(sprintf("1%s", [substring(day, 0, 4)])) + 200) % 400)
	_ := time.parse_ns("2006-01-02", sprintf("%d%s", [year, substring(day, 4, -1)]))
}

# What names a rule, and what must have a last day.
naming_failures := array.concat(
	[{"path": path, "message": sprintf("must name a rule, got %s: there are %s", [got(id), concat(", ", sort(known_ids))])} |
		some [path, id] in named_ids
		not id in known_ids
	],
	[{"path": ["acknowledgements", i, "expires"], "message": "must be given: requireExpiry is set"} |
		given.parameters.requireExpiry == true
		is_array(given.acknowledgements)
		some i, acknowledgement in given.acknowledgements
		is_object(acknowledgement)
		not "expires" in object.keys(acknowledgement)
	],
)

named_ids := array.concat(
	[[["parameters", "levels", id], id] | some id, _ in given.parameters.levels],
	array.concat(
		[[["acknowledgements", i, "id"], acknowledgement.id] | some i, acknowledgement in given.acknowledgements],
		[[["exceptions", i, "ruleId"], exception.ruleId] | some i, exception in given.exceptions],
	),
)

known_ids := {id | id := data.session_pools.rules[_].rule.id} | {id | some id in given.parameters.additionalRuleIds}

# What is in something that has a failure itself is not looked at.
is_inside_failure(path) if {
	some failure in structure_failures
	count(failure.path) < count(path)
	array.slice(path, 0, count(failure.path)) == failure.path
}

shown(path) := concat("", array.concat(["session_pools"], [segment | some each in path; segment := shown_segment(each)]))

shown_segment(each) := sprintf("[%d]", [each]) if {
	is_number(each)
} else := sprintf(".%s", [each])

got(value) := sprintf("'%s'", [value]) if {
	is_string(value)
} else := "a list" if {
	is_array(value)
} else := "a map" if {
	is_object(value)
} else := json.marshal(value)
