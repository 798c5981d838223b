package session_pools.rules.required_tags_test

import data.session_pools.inputs
import data.session_pools.rules.required_tags

tags(given) := inputs.configuration(object.union(inputs.pool({}), {"tags": given}))

missing := inputs.messages(required_tags.finding)

required := {"requiredTags": ["owner"]}

test_given if missing == set() with input as tags({"Owner": "a"}) with data.session_pools.parameters as required

test_not_known if missing == set() with input as tags("${var.tags}") with data.session_pools.parameters as required

test_none if missing == {"tag 'owner' is not given"} with input as tags(null) with data.session_pools.parameters as required

test_empty if missing == {"tag 'owner' is not given"} with input as tags({"owner": ""}) with data.session_pools.parameters as required

test_blank if {
	expected := {"tag 'owner' is not given"}
	missing == expected with input as tags({"owner": " \u00a0"}) with data.session_pools.parameters as required
}

test_none_required if missing == set() with input as tags(null) with data.session_pools.parameters as {}

test_of_provider if {
	document := object.union(tags(null), {"provider": {"azapi": [{"alias": "other"}, {"default_tags": {"owner": "a"}}]}})
	missing == set() with input as document with data.session_pools.parameters as required
}

test_of_aliased_provider if {
	resource := object.union(inputs.pool({}), {"provider": "azapi.other"})
	document := object.union(
		inputs.configuration(resource),
		{"provider": {"azapi": [{"alias": "other", "default_tags": {"owner": "a"}}, {}]}},
	)
	missing == set() with input as document with data.session_pools.parameters as required
}

test_of_provider_in_plan if {
	document := inputs.plan(object.remove(inputs.pool({}), ["//"]), {"tags": true}, {"type": {}})
	missing == set() with input as document with data.session_pools.parameters as required
}

test_update if missing == set() with input as inputs.update({}) with data.session_pools.parameters as required

test_name_not_known if missing == set() with input as tags({"${var.name}": "a"}) with data.session_pools.parameters as required

test_no_map if missing == {"tag 'owner' is not given"} with input as tags(["owner"]) with data.session_pools.parameters as required
