package session_pools.lib_test

import data.session_pools.inputs
import data.session_pools.lib

open_body := {"properties": {"sessionNetworkConfiguration": {"status": "EgressEnabled"}}}

block(type, arguments) := {"resource": {type: {"it": arguments}}}

action(more) := block("azapi_resource_action", object.union(
	{"type": "Microsoft.App/sessionPools@2026-01-01", "resource_id": inputs.pool_id, "body": open_body},
	more,
))

found(document) := [[pool.defined_by, pool.partial, lib.property(pool, "sessionNetworkConfiguration.status")] | some pool in pools] if {
	pools := lib.pools with input as document
}

defined_pools := [
	[block("azapi_resource", {"type": "MICROSOFT.App/sessionpools@x", "body": open_body}), [["azapi_resource", false, "EgressEnabled"]]],
	[
		block("azapi_update_resource", {"type": "Microsoft.App/sessionPools@x", "body": open_body}),
		[["azapi_update_resource", true, "EgressEnabled"]],
	],
	[action({"method": "PATCH"}), [["azapi_resource_action (PATCH)", true, "EgressEnabled"]]],
	[action({"method": "PUT", "action": ""}), [["azapi_resource_action (PUT)", false, "EgressEnabled"]]],
	[action({"method": "${var.method}"}), [["azapi_resource_action (PATCH)", true, "EgressEnabled"]]],
	[action({}), []],
	[action({"method": "PUT", "action": "rotateMcpServerCredentials"}), []],
	[action({"method": "POST"}), []],
	[
		action({"type": "a/b@x", "method": "PUT", "resource_id": "/g", "action": "providers/Microsoft.App/sessionPools/p/?api-version=x"}),
		[["azapi_resource_action (PUT)", false, "EgressEnabled"]],
	],
	[
		action({"type": "a/b@x", "method": "PUT", "resource_id": "/g", "action": "providers//Microsoft.App/x/./../%73essionPools/p#/x"}),
		[["azapi_resource_action (PUT)", false, "EgressEnabled"]],
	],
	[
		action({"type": "a/b@x", "method": "PUT", "resource_id": "/g", "action": "${format(\"providers/Microsoft.App/sessionPools/p\")}"}),
		[["azapi_resource_action (PUT)", false, "EgressEnabled"]],
	],
	[action({"method": "PUT", "action": "${var.action}"}), [["azapi_resource_action (PUT)", false, "EgressEnabled"]]],
	[action({"method": "PUT", "resource_id": "${var.id}"}), [["azapi_resource_action (PUT)", false, "EgressEnabled"]]],
	[
		{"action": {"azapi_resource_action": {"it": {"config": action({"method": "PUT"}).resource.azapi_resource_action.it}}}},
		[["azapi_resource_action (PUT)", false, "EgressEnabled"]],
	],
	[block("azapi_resource", {"type": " Microsoft.App//sessionPools/ @x", "body": open_body}), [["azapi_resource", false, "EgressEnabled"]]],
	[action({"type": "a/b@x", "method": "PUT", "resource_id": "/g", "action": "providers/Microsoft.App/sessionPools"}), []],
	[block("azapi_data_plane_resource", {"type": "Microsoft.App/sessionPools@x", "body": open_body}), []],
	[block("azapi_resource", {"type": 5, "body": open_body}), []],
	[block("azapi_resource", {"type": "${var.type}", "body": open_body}), []],
	[
		block("azapi_resource", {"type": "${lower(\"Microsoft.App/sessionPools\")}@x", "body": open_body}),
		[["azapi_resource", false, "EgressEnabled"]],
	],
	[
		{"resource": [{"azapi_resource": [{"it": [{"type": "Microsoft.App/sessionPools@x", "body": open_body}]}]}]},
		[["azapi_resource", false, "EgressEnabled"]],
	],
	[
		{"ephemeral": action({"method": "PUT"}).resource},
		[["azapi_resource_action (PUT)", false, "EgressEnabled"]],
	],
]

test_defined_pools if {
	every defined in defined_pools {
		found(defined[0]) == defined[1]
	}
}

request(type) := block("azapi_resource", {
	"type": "Microsoft.Authorization/roleAssignmentScheduleRequests@x",
	"body": {"properties": {"requestType": type}},
})

test_removal_of_a_role if {
	every case in [["AdminAssign", 1], ["AdminRemove", 0], ["SelfDeactivate", 0], ["${var.type}", 1]] {
		count(lib.role_assignments) == case[1] with input as request(case[0])
	}
}

argument_of(document, name) := value if {
	value := lib.argument(lib.pools[0], name) with input as document
}

test_arguments_in_the_body_and_of_the_provider if {
	in_body := block("azapi_resource", {"type": "Microsoft.App/sessionPools@x", "body": {"location": "a", "tags": {"b": "c"}}})
	argument_of(in_body, "location") == "a"
	argument_of(in_body, "tags") == {"b": "c"}
	with_provider := object.union(
		block("azapi_resource", {"type": "Microsoft.App/sessionPools@x"}),
		{"provider": [{"azapi": {"default_location": "${local.region}"}}], "locals": {"region": "d"}},
	)
	argument_of(with_provider, "location") == "d"
	argument_of(with_provider, "name") == null
	argument_of(block("azapi_update_resource", {"type": "Microsoft.App/sessionPools@x"}), "location") == null
}
