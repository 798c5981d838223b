package session_pools.rules.no_hidden_properties_test

import data.session_pools.inputs
import data.session_pools.rules.no_hidden_properties

sensitive(given) := inputs.configuration(object.union(inputs.pool({}), {"sensitive_body": given}))

test_secrets if count(no_hidden_properties.finding) == 0 with input as sensitive({"properties": {"secrets": []}})

test_egress if {
	expected := {"sensitive_body has properties.sessionNetworkConfiguration"}
	inputs.messages(no_hidden_properties.finding) == expected with input as sensitive({"properties": {"sessionNetworkConfiguration": {}}})
}
