package session_pools.rules.no_identity_in_sessions_test

import data.session_pools.inputs
import data.session_pools.rules.no_identity_in_sessions

identity(setting) := inputs.configuration(inputs.pool({"managedIdentitySettings": [setting]}))

test_none if count(no_identity_in_sessions.finding) == 0 with input as identity({"identity": "system", "lifecycle": "none"})

test_default if count(no_identity_in_sessions.finding) == 0 with input as identity({"identity": "system"})

test_main if {
	expected := {"identity 'system' has the lifecycle 'Main'"}
	inputs.messages(no_identity_in_sessions.finding) == expected with input as identity({"identity": "system", "lifecycle": "Main"})
}

found := inputs.messages(no_identity_in_sessions.finding)

test_no_list if {
	expected := {"identity 'null' has the lifecycle 'Main'"}
	found == expected with input as inputs.configuration(inputs.pool({"managedIdentitySettings": {"lifecycle": "Main"}}))
}

test_unknown_in_a_plan if {
	found == {"managedIdentitySettings is known only after apply"} with input as inputs.unknown({"managedIdentitySettings": inputs.later})
	expected := {"the lifecycle of an identity is known only after apply"}
	found == expected with input as inputs.unknown({"managedIdentitySettings": [{"lifecycle": inputs.later}]})
	found == expected with input as inputs.unknown({"managedIdentitySettings": [inputs.later]})
}
