# What code in the sessions can get hold of.
package session_pools.lib

secret_name := concat("", [
	`(?i)(password|passwd|secret|token|api[_-]?key|access[_-]?key|account[_-]?key`,
	`|private[_-]?key|connection[_-]?string|credentials?)$`,
])

secret_value := concat("|", [
	`(AccountKey|SharedAccessKey|Password|Pwd)=[^;]+`,
	`-----BEGIN [A-Z ]*PRIVATE KEY-----`,
	`^eyJ[A-Za-z0-9_-]+\.eyJ[A-Za-z0-9_-]+\.`,
	`^(sk-|ghp_|github_pat_|glpat-|xox[abprs]-)[A-Za-z0-9_-]{16,}`,
	`^AKIA[0-9A-Z]{16}$`,
	`[a-z]://[^/:@ ]+:[^/:@ ]+@`,
	`[?&]sig=[A-Za-z0-9%+/]{16,}`,
])

exposed_identities(pool) := [setting |
	some setting in items(pool, "managedIdentitySettings")
	is_known_text(object.get(setting, "lifecycle", null))
	lower(setting.lifecycle) != "none"
]

exposed_secrets(pool) := [message |
	some container in items(pool, "customContainerTemplate.containers")
	some variable in variables_of(container)
	message := exposed_secret(variable)
]

variables_of(container) := container.env if is_array(container.env)

exposed_secret(variable) := sprintf("environment variable '%s' has the secret '%s'", [variable.name, variable.secretRef]) if {
	is_known_text(object.get(variable, "secretRef", null))
} else := sprintf("environment variable '%s' has a literal that looks like a secret", [variable.name]) if {
	is_known_text(object.get(variable, "value", null))
	regex.match(secret_value, sprintf("%v", [variable.value]))
} else := sprintf("environment variable '%s' has a literal and the name of a secret", [variable.name]) if {
	is_known_text(object.get(variable, "value", null))
	is_known(variable.name)
	regex.match(secret_name, variable.name)
}
