package session_pools.rules.no_sensitive_values_test

import data.session_pools.inputs
import data.session_pools.rules.no_sensitive_values

found := inputs.messages(no_sensitive_values.finding)

variable(value) := object.union(
	inputs.configuration(inputs.pool({"x": [value]})),
	{"variable": {"key": {"sensitive": true}, "other": {"sensitive": false}}},
)

test_other_variable if found == set() with input as variable("${var.other}")

test_sensitive_no_more if found == set() with input as variable("${nonsensitive(var.key)}")

test_sensitive_variable if {
	every value in ["a${upper(var.key)}", "${var . key}", "${sensitive(\"x\")}"] {
		found == {"body has a sensitive value"} with input as variable(value)
	}
}

test_no_expression if found == set() with input as variable("sensitive(var.key)")

marked(marks) := json.patch(
	inputs.plan(inputs.pool({}), {}, {}),
	[{"op": "add", "path": "/resource_changes/0/change/after_sensitive", "value": marks}],
)

test_no_marks if found == set() with input as marked({"body": {"properties": {}}, "sensitive_body": true})

test_marks if found == {"tags has a sensitive value"} with input as marked({"tags": {"a": true}})
