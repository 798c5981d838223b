# What code in the sessions can get hold of.
package session_pools.lib

secret_value := concat("|", constants.secretValue)

exposed_identities(pool) := [setting |
	some setting in items(pool, "managedIdentitySettings")
	lifecycle := entry(setting, "lifecycle")
	is_known_text(lifecycle)
	fold(lifecycle) != "none"
]

exposed_secrets(pool) := [message |
	some variable in variables_of(pool)
	message := exposed_secret(variable)
]

variables_of(pool) := [variable |
	some container in items(pool, "customContainerTemplate.containers")
	some variable in variables_in(entry(container, "env"))
]

# A list that is none is taken for its only item.
variables_in(env) := env if {
	is_array(env)
} else := [env]

exposed_secret(variable) := sprintf("environment variable '%s' has the secret '%s'", [name_of(variable), as_text(variable.secretRef)]) if {
	is_known_text(entry(variable, "secretRef"))
} else := sprintf("environment variable '%s' has a literal that looks like a secret", [name_of(variable)]) if {
	is_known_text(entry(variable, "value"))
	regex.match(secret_value, as_text(variable.value))
} else := sprintf("environment variable '%s' has a literal and the name of a secret", [name_of(variable)]) if {
	is_known_text(entry(variable, "value"))
	is_known(entry(variable, "name"))
	regex.match(constants.secretName, fold(entry(variable, "name")))
}

name_of(variable) := as_text(entry(variable, "name"))
