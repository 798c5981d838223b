package session_pools.rules.allowed_locations

import data.session_pools.lib

rule := {"id": "SessionPoolAllowedLocations", "level": "error"}

allowed contains normalized(location) if some location in lib.parameters.allowedLocations

finding contains lib.finding(pool, message) if {
	count(allowed) > 0
	some pool in lib.pools
	some message in failures(pool, lib.argument(pool, "location"))
}

failures(pool, null) := {"location is not given" | not pool.partial}

failures(_, location) := lib.unknown("location") if {
	not lib.is_known(location)
} else := {sprintf("location is '%s'", [lib.as_text(location)])} if {
	location != null
	not normalized(location) in allowed
}

normalized(location) := replace(lower(lib.as_text(location)), " ", "")
