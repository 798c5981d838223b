package session_pools.rules.no_way_out_for_secrets

import data.session_pools.lib

rule := {"id": "SessionPoolNoWayOutForSecrets", "level": "critical"}

finding contains lib.finding(pool, sprintf("egress is enabled, and %s", [exposed])) if {
	some pool in lib.pools
	status := lib.property(pool, "sessionNetworkConfiguration.status")
	lib.is_known_text(status)
	lib.fold(status) == "egressenabled"
	identities := [sprintf("identity '%s' is available in sessions", [lib.as_text(lib.entry(each, "identity"))]) |
		some each in lib.exposed_identities(pool)
	]
	some exposed in array.concat(identities, lib.exposed_secrets(pool))
}
