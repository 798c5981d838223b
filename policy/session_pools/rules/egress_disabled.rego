package session_pools.rules.egress_disabled

import data.session_pools.lib

rule := {"id": "SessionPoolEgressDisabled", "level": "error"}

finding contains lib.finding(pool, message) if {
	some pool in lib.pools
	message := failure(lib.property(pool, "sessionNetworkConfiguration.status"))
}

failure(null) := "sessionNetworkConfiguration.status is not given"

failure(status) := sprintf("sessionNetworkConfiguration.status is '%v'", [status]) if {
	status != null
	lib.is_known(status)
	lower(status) != "egressdisabled"
}
