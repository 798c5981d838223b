package session_pools.lib_test

import data.session_pools.inputs
import data.session_pools.lib

test_names_in_azures_casing if {
	given := {"Properties": {"SESSIONNETWORKCONFIGURATION": {"Status": "x"}, "other": [{"Lifecycle": "y"}]}}
	lib.canonical(given) == {"properties": {"sessionNetworkConfiguration": {"status": "x"}, "other": [{"lifecycle": "y"}]}}
}

test_names_given_twice if {
	lib.canonical({"status": "a", "Status": "b"}) == {"status": "a"}
	lib.canonical({"STATUS": "a", "Status": "b"}) == {"status": "a"}
	lib.repeated_names({"x": {"STATUS": "a", "Status": "b"}}) == {"status"}
	lib.repeated_names({"Status": "b"}) == set()
}

test_merged if {
	lib.merged({"a": {"b": 1, "c": [1]}}, {"a": {"c": [2], "d": 3}}) == {"a": {"b": 1, "c": [2], "d": 3}}
	lib.merged("${var.body}", {"a": 1}) == {"a": 1}
	lib.merged({"a": 1}, null) == {"a": 1}
}

hidden_in(arguments) := hidden if {
	hidden := lib.pools[0].hidden with input as inputs.configuration(object.union(object.remove(inputs.pool({}), ["body"]), arguments))
}

hidden_properties := [
	[{}, []],
	[{"sensitive_body": {"properties": {"secrets": []}}}, []],
	[{"sensitive_body": {"tags": {}, "properties": {"status": 1}}}, ["sensitive_body has tags", "sensitive_body has properties.status"]],
	[{"sensitive_body": {"properties": "${var.x}"}}, ["sensitive_body has properties"]],
	[{"sensitive_body": "${var.x}"}, ["sensitive_body has the whole body"]],
	[{"body": {"tags": {"Status": 1, "status": 2}}}, ["'status' is given twice, in different casing"]],
	[{"body": {"properties": {"${var.name}": 1}}}, ["the name of a property is an expression"]],
	[{"body": {"properties": {"$${x}": 1}}}, []],
]

test_hidden_properties if {
	every hidden in hidden_properties {
		hidden_in(hidden[0]) == hidden[1]
	}
}
