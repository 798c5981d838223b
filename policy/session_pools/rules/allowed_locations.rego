package session_pools.rules.allowed_locations

import data.session_pools.lib

rule := {"id": "SessionPoolAllowedLocations", "level": "error"}

allowed contains normalized(location) if some location in lib.parameters.allowedLocations

finding contains lib.finding(pool, sprintf("location is '%s'", [location])) if {
	count(allowed) > 0
	some pool in lib.pools
	location := lib.argument(pool, "location")
	lib.is_known_text(location)
	not normalized(location) in allowed
}

normalized(location) := replace(lower(location), " ", "")
