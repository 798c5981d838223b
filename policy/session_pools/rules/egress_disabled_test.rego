package session_pools.rules.egress_disabled_test

import data.session_pools.inputs
import data.session_pools.rules.egress_disabled

network(status) := inputs.configuration(inputs.pool({"sessionNetworkConfiguration": {"status": status}}))

test_off if count(egress_disabled.finding) == 0 with input as network("egressDisabled")

test_not_known if count(egress_disabled.finding) == 0 with input as network("${var.status}")

test_on if {
	expected := {"sessionNetworkConfiguration.status is 'EgressEnabled'"}
	inputs.messages(egress_disabled.finding) == expected with input as network("EgressEnabled")
}

test_not_given if {
	inputs.messages(egress_disabled.finding) == {"sessionNetworkConfiguration.status is not given"} with input as network(null)
}

network_status(status) := {"sessionNetworkConfiguration": {"status": status}}

test_update_of_something_else if count(egress_disabled.finding) == 0 with input as inputs.update({"containerType": "PythonLTS"})

test_update if count(egress_disabled.finding) == 1 with input as inputs.update(network_status("EgressEnabled"))

test_no_text if count(egress_disabled.finding) == 1 with input as inputs.update(network_status(5))

test_beyond_ascii if count(egress_disabled.finding) == 1 with input as inputs.update(network_status("Egre\u017f\u017fDisabled"))

test_unknown_in_a_plan if {
	expected := {"sessionNetworkConfiguration.status is known only after apply"}
	inputs.messages(egress_disabled.finding) == expected with input as inputs.unknown(network_status(inputs.later))
}

test_unknown_that_is_allowed if {
	count(egress_disabled.finding) == 0 with input as inputs.unknown(network_status(inputs.later))
		with data.session_pools.parameters as {"allowUnknownAfterApply": true}
}
