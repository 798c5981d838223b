package session_pools.rules.no_identity_in_sessions

import data.session_pools.lib

rule := {"id": "SessionPoolNoIdentityInSessions", "level": "error"}

finding contains lib.finding(pool, sprintf("identity '%s' has the lifecycle '%s'", [identity, lib.as_text(exposed.lifecycle)])) if {
	some pool in lib.pools
	some exposed in lib.exposed_identities(pool)
	identity := lib.as_text(lib.entry(exposed, "identity"))
}

finding contains lib.finding(pool, message) if {
	some pool in lib.pools
	lib.is_expression(lib.property(pool, "managedIdentitySettings"))
	some message in lib.unknown("managedIdentitySettings")
}

finding contains lib.finding(pool, message) if {
	some pool in lib.pools
	some setting in lib.items(pool, "managedIdentitySettings")
	some value in [setting, lib.entry(setting, "lifecycle")]
	lib.is_expression(value)
	some message in lib.unknown("the lifecycle of an identity")
}
