package session_pools_test

import data.session_pools.inputs

open_pool := inputs.configuration(inputs.pool({"sessionNetworkConfiguration": {"status": "EgressEnabled"}}))

egress := "SessionPoolEgressDisabled: azapi_resource.it: sessionNetworkConfiguration.status is 'EgressEnabled'"

today := time.parse_ns("2006-01-02T15:04", "2026-11-24T23:59")

messages(results) := {result.msg | some result in results}

acknowledgement(more) := object.union({"id": "SessionPoolEgressDisabled", "reason": "research"}, more)

denied := messages(data.session_pools.deny)

warned := messages(data.session_pools.warn)

test_errors_are_denied if egress in denied with input as open_pool with data.session_pools.parameters as {}

test_warnings_are_warned_of if {
	expected := "SessionPoolBoundedScale: azapi_resource.it: maxConcurrentSessions is not given"
	expected in warned with input as open_pool with data.session_pools.parameters as {}
}

test_level_warning if {
	levels := {"levels": {"SessionPoolEgressDisabled": "warning"}}
	egress in warned with input as open_pool with data.session_pools.parameters as levels
}

test_level_off if {
	levels := {"levels": {"SessionPoolEgressDisabled": "off"}}
	not egress in denied with input as open_pool with data.session_pools.parameters as levels
}

test_acknowledgement if {
	some more in [{}, {"path": "azapi_resource.it"}, {"path": "stack"}, {"path": "stack/pool/Resource"}, {"expires": "2026-11-24"}]
	not egress in denied with input as open_pool
		with time.now_ns as today
		with data.session_pools.parameters as {}
		with data.session_pools.acknowledgements as [acknowledgement(more)]
}

test_acknowledgement_elsewhere if {
	egress in denied with input as open_pool
		with data.session_pools.parameters as {}
		with data.session_pools.acknowledgements as [acknowledgement({"path": "stack/poo"})]
}

test_acknowledgement_that_ended if {
	expected := sprintf("%s (was accepted until 2026-11-23)", [egress])
	expected in denied with input as open_pool
		with time.now_ns as today
		with data.session_pools.parameters as {}
		with data.session_pools.acknowledgements as [acknowledgement({"expires": "2026-11-23"})]
}

former := [{"ruleId": "SessionPoolEgressDisabled", "reason": "research", "expires": "2999-12-31"}]

test_exceptions_are_still_read if {
	not egress in denied with input as open_pool with data.session_pools.parameters as {} with data.session_pools.exceptions as former
}

test_exceptions_are_warned_of if {
	expected := "SessionPoolData: session_pools.exceptions is the former name of acknowledgements: rename it, and ruleId in it to id"
	expected in warned with input as open_pool with data.session_pools.parameters as {} with data.session_pools.exceptions as former
}

test_without_a_data_file_nothing_is_judged if {
	denied == {"SessionPoolData: session_pools.parameters must be given"} with input as open_pool
	warned == set() with input as open_pool
}

test_input_that_cannot_be_judged if {
	expected := {"SessionPoolInput: this is neither a configuration, such as cdk.tf.json, nor the output of terraform show -json for a plan"}
	denied == expected with input as {} with data.session_pools.parameters as {}
}
