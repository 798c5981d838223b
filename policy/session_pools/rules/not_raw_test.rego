package session_pools.rules.not_raw_test

import data.session_pools.inputs
import data.session_pools.rules.not_raw

triggers(given) := inputs.configuration(object.union(inputs.pool({}), {"replace_triggers_refs": given}))

test_triggers if count(not_raw.finding) == 0 with input as triggers(["properties.environmentId", "properties.containerType"])

test_not_known if count(not_raw.finding) == 0 with input as triggers("${var.a}")

test_one if {
	expected := {"replace_triggers_refs lacks properties.environmentId"}
	inputs.messages(not_raw.finding) == expected with input as triggers(["properties.containerType"])
}

test_none if count(not_raw.finding) == 1 with input as triggers(null)

test_others if {
	inputs.messages(not_raw.finding) == {"azapi_update_resource changes a session pool"} with input as inputs.update({})
	request := object.union(inputs.pool({}), {"method": "PUT"})
	expected := {"azapi_resource_action (PUT) defines a session pool"}
	inputs.messages(not_raw.finding) == expected with input as {"resource": {"azapi_resource_action": {"it": request}}}
}
