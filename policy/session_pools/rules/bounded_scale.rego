package session_pools.rules.bounded_scale

import data.session_pools.lib

rule := {"id": "SessionPoolBoundedScale", "level": "warning"}

finding contains lib.finding(pool, sprintf("%s is not given", [name])) if {
	some pool in lib.pools
	some name in bounded(pool)
	lib.property(pool, sprintf("scaleConfiguration.%s", [name])) == null
}

finding contains lib.finding(pool, sprintf("%s is %v", [name, number])) if {
	some pool in lib.pools
	some name in bounded(pool)
	number := lib.number_of(lib.property(pool, sprintf("scaleConfiguration.%s", [name])))
	is_outside(name, number)
}

bounded(pool) := ["maxConcurrentSessions", "readySessionInstances"] if {
	type := lib.property(pool, "containerType")
	is_string(type)
	lower(type) == "customcontainer"
} else := ["maxConcurrentSessions"]

is_outside("maxConcurrentSessions", number) if number > lib.parameters.maxConcurrentSessions

is_outside("readySessionInstances", number) if number < 1
