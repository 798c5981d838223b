package session_pools.rules.no_hidden_properties

import data.session_pools.lib

rule := {"id": "SessionPoolNoHiddenProperties", "level": "error"}

finding contains lib.finding(pool, hidden) if {
	some pool in lib.pools
	some hidden in pool.hidden
}
