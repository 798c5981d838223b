package session_pools.rules.no_way_out_for_secrets_test

import data.session_pools.inputs
import data.session_pools.rules.no_way_out_for_secrets

network(status) := inputs.configuration(inputs.pool({
	"managedIdentitySettings": [{"identity": "system", "lifecycle": "Main"}],
	"sessionNetworkConfiguration": {"status": status},
}))

test_no_way_out if count(no_way_out_for_secrets.finding) == 0 with input as network("EgressDisabled")

test_way_out if {
	expected := {"egress is enabled, and identity 'system' is available in sessions"}
	inputs.messages(no_way_out_for_secrets.finding) == expected with input as network("EgressEnabled")
}
