package session_pools.rules.no_secret_in_environment_test

import data.session_pools.inputs
import data.session_pools.rules.no_secret_in_environment

variable(given) := inputs.configuration(inputs.container({"env": [given]}))

test_harmless if count(no_secret_in_environment.finding) == 0 with input as variable({"name": "TOKEN_LIMIT", "value": "1"})

test_not_known if count(no_secret_in_environment.finding) == 0 with input as variable({"name": "TOKEN", "value": "${var.a}"})

test_list_not_known if {
	document := inputs.configuration(inputs.container({"env": "${var.a}"}))
	count(no_secret_in_environment.finding) == 0 with input as document
}

test_secret if {
	expected := {"environment variable 'A' has the secret 's'"}
	inputs.messages(no_secret_in_environment.finding) == expected with input as variable({"name": "A", "secretRef": "s"})
}

test_value if {
	expected := {"environment variable 'A' has a literal that looks like a secret"}
	inputs.messages(no_secret_in_environment.finding) == expected with input as variable({"name": "A", "value": "AccountKey=x"})
}

test_name if {
	expected := {"environment variable 'api-key' has a literal and the name of a secret"}
	inputs.messages(no_secret_in_environment.finding) == expected with input as variable({"name": "api-key", "value": "x"})
}

found := inputs.messages(no_secret_in_environment.finding)

containers(given) := inputs.unknown({"customContainerTemplate": {"containers": given}})

test_no_list if {
	document := inputs.configuration(inputs.container({"env": {"name": "A", "secretRef": "s"}}))
	found == {"environment variable 'A' has the secret 's'"} with input as document
}

test_unknown_in_a_plan if {
	secret := {"the secret of an environment variable is known only after apply"}
	found == secret with input as containers([{"env": [{"name": "A", "secretRef": inputs.later}]}])
	found == secret with input as containers([{"env": inputs.later}])
	environment := {"the environment of a container is known only after apply"}
	found == environment with input as containers(inputs.later)
	found == environment with input as containers([inputs.later])
	found == set() with input as containers([{"env": [{"name": "A", "value": inputs.later}]}])
}
