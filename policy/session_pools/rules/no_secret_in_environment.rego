package session_pools.rules.no_secret_in_environment

import data.session_pools.lib

rule := {"id": "SessionPoolNoSecretInEnvironment", "level": "error"}

finding contains lib.finding(pool, exposed) if {
	some pool in lib.pools
	some exposed in lib.exposed_secrets(pool)
}

# The value of a variable that is computed is no literal; what it could be a secret of is its reference to one.
finding contains lib.finding(pool, message) if {
	some pool in lib.pools
	some variable in lib.variables_of(pool)
	some value in [variable, lib.entry(variable, "secretRef")]
	lib.is_expression(value)
	some message in lib.unknown("the secret of an environment variable")
}

finding contains lib.finding(pool, message) if {
	some pool in lib.pools
	some value in array.concat(
		[lib.property(pool, "customContainerTemplate.containers")],
		lib.items(pool, "customContainerTemplate.containers"),
	)
	lib.is_expression(value)
	some message in lib.unknown("the environment of a container")
}
