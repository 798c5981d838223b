package session_pools.rules.egress_disabled

import data.session_pools.lib

rule := {"id": "SessionPoolEgressDisabled", "level": "error"}

path := "sessionNetworkConfiguration.status"

finding contains lib.finding(pool, message) if {
	some pool in lib.pools
	some message in failures(pool, lib.property(pool, path))
}

failures(pool, null) := {sprintf("%s is not given", [path]) | not pool.partial}

failures(_, status) := lib.unknown(path) if {
	not lib.is_known(status)
} else := {sprintf("%s is '%s'", [path, lib.as_text(status)])} if {
	status != null
	lib.fold(status) != "egressdisabled"
}
