package session_pools.rules.image_pulled_by_identity

import data.session_pools.lib

rule := {"id": "SessionPoolImagePulledByIdentity", "level": "error"}

finding contains lib.finding(pool, message) if {
	some pool in lib.pools
	some message in failures(pool, lib.property(pool, "customContainerTemplate.registryCredentials"))
}

failures(_, null) := set()

failures(pool, credentials) := lib.unknown("registryCredentials") if {
	lib.is_expression(credentials)
} else := {sprintf("registryCredentials has %s", [concat(" and ", passwords)])} if {
	credentials != null
	passwords := [name | some name in password_names; lib.is_known_text(lib.entry(credentials, name))]
	count(passwords) > 0
} else := lib.unknown("the user name or password in registryCredentials") if {
	some name in password_names
	lib.is_expression(lib.entry(credentials, name))
} else := {"registryCredentials has no identity" |
	not lib.is_filled(lib.entry(credentials, "identity"))
	not pool.partial
	lib.is_known(credentials)
} if {
	credentials != null
}

password_names := ["username", "passwordSecretRef"]
