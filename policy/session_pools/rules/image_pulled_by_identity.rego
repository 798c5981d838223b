package session_pools.rules.image_pulled_by_identity

import data.session_pools.lib

rule := {"id": "SessionPoolImagePulledByIdentity", "level": "error"}

finding contains lib.finding(pool, message) if {
	some pool in lib.pools
	credentials := lib.property(pool, "customContainerTemplate.registryCredentials")
	is_object(credentials)
	message := failure(credentials)
}

failure(credentials) := sprintf("registryCredentials has %s", [concat(" and ", passwords)]) if {
	passwords := [name |
		some name in ["username", "passwordSecretRef"]
		lib.is_known_text(object.get(credentials, name, null))
	]
	count(passwords) > 0
} else := "registryCredentials has no identity" if {
	object.get(credentials, "identity", null) in {null, ""}
	lib.is_known(credentials)
}
