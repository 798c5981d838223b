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
