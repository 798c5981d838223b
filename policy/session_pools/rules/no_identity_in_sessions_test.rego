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
