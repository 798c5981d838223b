package session_pools.rules.no_identity_in_sessions

import data.session_pools.lib

rule := {"id": "SessionPoolNoIdentityInSessions", "level": "error"}

finding contains lib.finding(pool, sprintf("identity '%s' has the lifecycle '%s'", [exposed.identity, exposed.lifecycle])) if {
	some pool in lib.pools
	some exposed in lib.exposed_identities(pool)
}
