package session_pools.lib_test

import data.session_pools.inputs
import data.session_pools.lib

template(image) := {"customContainerTemplate": {"containers": [image]}}

image := lib.property(lib.pools[0], "customContainerTemplate.containers")[0]

test_unknown_is_the_expression_of_json if {
	document := inputs.plan(
		inputs.pool(template({"args": ["a", null]})),
		{"body": {"properties": template({"args": [false, true], "image": true})}, "id": true, "tags": true},
		{"body": {"constant_value": {"properties": template({"args": ["a", "${var.a}"], "image": "${var.registry}/app"})}}},
	)
	image == {"args": ["a", "${var.a}"], "image": "${var.registry}/app"} with input as document
	lib.argument(lib.pools[0], "tags") == {"owner": "a"} with input as document
	not lib.is_known(image) with input as document
}

test_unknown_is_the_references_of_hcl if {
	document := inputs.plan(
		inputs.pool({}),
		{"body": {"properties": {"environmentId": true}}},
		{"body": {"references": ["azapi_resource.env.id", "azapi_resource.env"]}},
	)
	lib.property(lib.pools[0], "environmentId") == "${azapi_resource.env.id}" with input as document
}

test_literal_text_is_escaped if {
	document := inputs.plan(inputs.pool(template({"image": "${HOME}%{x}"})), {}, {})
	image == {"image": "$${HOME}%%{x}"} with input as document
	lib.is_known(image) with input as document
}

test_requests_of_actions_are_judged if {
	invocation := {
		"address": "module.a[\"x\\\"]y\"].action.azapi_resource_action.it",
		"type": "azapi_resource_action",
		"config_values": {"type": "Microsoft.App/sessionPools@x", "method": "PUT", "body": {"properties": {}}},
		"config_unknown": {"body": {"properties": {"environmentId": true}}, "resource_id": true},
	}
	document := {
		"resource_changes": [],
		"action_invocations": [invocation],
		"deferred_action_invocations": [{"action_invocation": invocation}],
	}
	count(lib.pools) == 2 with input as document
	lib.property(lib.pools[0], "environmentId") == "${unknown}" with input as document
}

test_addresses_without_indexes if {
	lib.static("module.a[\"x\\\"]y\"].azapi_resource.b[0]") == "module.a.azapi_resource.b"
	lib.static("azapi_resource.b[\"c\\\\\"]") == "azapi_resource.b"
}

test_what_is_destroyed_or_only_read_is_left_out if {
	[change] := inputs.plan(inputs.pool({}), {}, {}).resource_changes
	changes := [object.union(change, {"change": {"after": null}}), object.union(change, {"mode": "data"})]
	count(lib.resources) == 0 with input as {"resource_changes": changes}
}

test_wrapped_plan if count(lib.pools) == 1 with input as {"plan": inputs.plan(inputs.pool({}), {}, {})}

test_references_stay_in_their_module if {
	document := inputs.plan(inputs.pool({}), {}, {"type": {"constant_value": "Microsoft.App/sessionPools@2026-01-01"}})
	lib.referenced_type(lib.pools[0], "${azapi_resource.it.id}") == "microsoft.app/sessionpools" with input as document
	not lib.referenced_type(lib.pools[0], "${azapi_resource.other.id}") with input as document
	not lib.referenced_type(lib.pools[0], "azapi_resource.it.id") with input as document
}

test_references_in_the_root_module if {
	resource := {"address": "azapi_resource.it", "expressions": {}, "type": "azapi_resource"}
	document := {"resource_changes": [], "configuration": {"root_module": {"resources": [resource]}}}
	lib.types == {"azapi_resource.it": "azapi_resource"} with input as document
}

test_body_that_is_an_expression if {
	document := inputs.configuration(object.union(inputs.pool({}), {"body": "${var.body}"}))
	lib.property(lib.pools[0], "a.b") == "${var.body}" with input as document
}

test_property_in_an_expression if {
	lib.property(lib.pools[0], "a.b") == "${var.a}" with input as inputs.configuration(inputs.pool({"a": "${var.a}"}))
	lib.items(lib.pools[0], "a") == [] with input as inputs.configuration(inputs.pool({"a": "${var.a}"}))
}
