package session_pools.rules.no_sensitive_values

import data.session_pools.lib

rule := {"id": "SessionPoolNoSensitiveValues", "level": "error"}

finding contains lib.finding(pool, sprintf("%s has a sensitive value", [name])) if {
	some pool in lib.pools
	some name in pool.sensitive
}
