package session_pools.rules.image_pulled_by_identity_test

import data.session_pools.inputs
import data.session_pools.rules.image_pulled_by_identity

credentials(given) := inputs.configuration(inputs.pool({"customContainerTemplate": {"registryCredentials": given}}))

test_none if count(image_pulled_by_identity.finding) == 0 with input as credentials(null)

test_identity if count(image_pulled_by_identity.finding) == 0 with input as credentials({"identity": "system", "username": ""})

test_not_known if count(image_pulled_by_identity.finding) == 0 with input as credentials({"username": "${var.user}"})

test_password if {
	expected := {"registryCredentials has username and passwordSecretRef"}
	given := {"passwordSecretRef": "p", "username": "u"}
	inputs.messages(image_pulled_by_identity.finding) == expected with input as credentials(given)
}

test_nothing if {
	expected := {"registryCredentials has no identity"}
	inputs.messages(image_pulled_by_identity.finding) == expected with input as credentials({"server": "s"})
}

found := inputs.messages(image_pulled_by_identity.finding)

unknown(given) := inputs.unknown({"customContainerTemplate": {"registryCredentials": given}})

test_update if {
	document := inputs.update({"customContainerTemplate": {"registryCredentials": {"server": "s"}}})
	found == set() with input as document
}

test_unknown_in_a_plan if {
	found == {"registryCredentials is known only after apply"} with input as unknown(inputs.later)
	expected := {"the user name or password in registryCredentials is known only after apply"}
	found == expected with input as unknown({"identity": "system", "username": inputs.later})
	found == set() with input as unknown({"identity": inputs.later})
}
