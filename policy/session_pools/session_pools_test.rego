package session_pools_test

import data.session_pools.inputs

open_pool := inputs.configuration(inputs.pool({"sessionNetworkConfiguration": {"status": "EgressEnabled"}}))

egress := "SessionPoolEgressDisabled: azapi_resource.it: sessionNetworkConfiguration.status is 'EgressEnabled'"

today := time.parse_ns("2006-01-02T15:04", "2026-11-24T23:59")

messages(results) := {result.msg | some result in results}

exception(more) := object.union({"expires": "2026-11-24", "reason": "research", "ruleId": "SessionPoolEgressDisabled"}, more)

test_errors_are_denied if egress in messages(data.session_pools.deny) with input as open_pool

test_warnings_are_warned_of if {
	expected := "SessionPoolBoundedScale: azapi_resource.it: maxConcurrentSessions is not given"
	expected in messages(data.session_pools.warn) with input as open_pool
}

test_level_warning if {
	levels := {"levels": {"SessionPoolEgressDisabled": "warning"}}
	egress in messages(data.session_pools.warn) with input as open_pool with data.session_pools.parameters as levels
}

test_level_off if {
	levels := {"levels": {"SessionPoolEgressDisabled": "off"}}
	not egress in messages(data.session_pools.deny) with input as open_pool with data.session_pools.parameters as levels
}

test_exception if {
	some more in [{}, {"path": "azapi_resource.it"}, {"path": "stack"}, {"path": "stack/pool/Resource"}]
	not egress in messages(data.session_pools.deny) with input as open_pool
		with time.now_ns as today
		with data.session_pools.exceptions as [exception(more)]
}

test_exception_elsewhere if {
	egress in messages(data.session_pools.deny) with input as open_pool
		with time.now_ns as today
		with data.session_pools.exceptions as [exception({"path": "stack/poo"})]
}

test_exception_that_ended if {
	expected := sprintf("%s (was accepted until 2026-11-23)", [egress])
	expected in messages(data.session_pools.deny) with input as open_pool
		with time.now_ns as today
		with data.session_pools.exceptions as [exception({"expires": "2026-11-23"})]
}

test_exception_without_reason_and_end if {
	expected := {
		egress, "exceptions[0] must have a reason",
		"exceptions[0] must have expires, a day such as '2027-01-31'",
		"exceptions[0] must have a ruleId that names a rule",
		"exceptions[1] must have expires, a day such as '2027-01-31'",
		"exceptions[2] must have expires, a day such as '2027-01-31'",
	}
	without := {"reason": " ", "ruleId": "SessionPoolEgress"}
	count(expected - messages(data.session_pools.deny)) == 0 with input as open_pool
		with data.session_pools.exceptions as [without, exception({"expires": "2026-02-31"}), exception({"expires": 20270131})]
}

test_without_exceptions if egress in messages(data.session_pools.deny) with input as open_pool with data.session_pools.exceptions as []
