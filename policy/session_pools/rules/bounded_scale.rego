package session_pools.rules.bounded_scale

import data.session_pools.lib

rule := {"id": "SessionPoolBoundedScale", "level": "warning"}

finding contains lib.finding(pool, message) if {
	some pool in lib.pools
	some name in bounded(pool)
	some message in failures(pool, name, lib.property(pool, sprintf("scaleConfiguration.%s", [name])))
}

failures(pool, name, null) := {sprintf("%s is not given", [name]) | not pool.partial}

failures(_, name, given) := lib.unknown(name) if {
	not lib.is_known(given)
} else := {sprintf("%s is %v", [name, number])} if {
	number := lib.number_of(given)
	not is_inside(name, number)
}

bounded(pool) := ["maxConcurrentSessions", "readySessionInstances"] if {
	lib.fold(lib.property(pool, "containerType")) == "customcontainer"
} else := ["maxConcurrentSessions"]

is_inside("maxConcurrentSessions", number) if {
	is_number(number)
	number <= lib.parameters.maxConcurrentSessions
}

is_inside("readySessionInstances", number) if {
	is_number(number)
	number >= 1
}
