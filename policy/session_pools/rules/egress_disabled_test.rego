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
