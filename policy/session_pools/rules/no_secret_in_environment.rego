package session_pools.rules.no_secret_in_environment

import data.session_pools.lib

rule := {"id": "SessionPoolNoSecretInEnvironment", "level": "error"}

finding contains lib.finding(pool, exposed) if {
	some pool in lib.pools
	some exposed in lib.exposed_secrets(pool)
}
