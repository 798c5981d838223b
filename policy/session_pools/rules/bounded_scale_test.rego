package session_pools.rules.bounded_scale_test

import data.session_pools.inputs
import data.session_pools.rules.bounded_scale

scale(type, given) := inputs.configuration(inputs.pool({"containerType": type, "scaleConfiguration": given}))

test_bounded if {
	given := {"maxConcurrentSessions": 600, "readySessionInstances": 1}
	count(bounded_scale.finding) == 0 with input as scale("CustomContainer", given)
}

test_interpreter if count(bounded_scale.finding) == 0 with input as scale("PythonLTS", {"maxConcurrentSessions": 1})

test_not_given if {
	expected := {"maxConcurrentSessions is not given", "readySessionInstances is not given"}
	inputs.messages(bounded_scale.finding) == expected with input as scale("customcontainer", {})
}

test_outside if {
	expected := {"maxConcurrentSessions is 601", "readySessionInstances is 0"}
	given := {"maxConcurrentSessions": 601, "readySessionInstances": 0}
	inputs.messages(bounded_scale.finding) == expected with input as scale("CustomContainer", given)
}

test_update if count(bounded_scale.finding) == 0 with input as inputs.update({"containerType": "CustomContainer"})

test_unknown_in_a_plan if {
	expected := {"maxConcurrentSessions is known only after apply"}
	document := inputs.unknown({"scaleConfiguration": {"maxConcurrentSessions": inputs.later}})
	inputs.messages(bounded_scale.finding) == expected with input as document
}
