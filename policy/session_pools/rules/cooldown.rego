package session_pools.rules.cooldown

import data.session_pools.lib

rule := {"id": "SessionPoolCooldown", "level": "warning"}

paths := [
	"dynamicPoolConfiguration.lifecycleConfiguration.cooldownPeriodInSeconds",
	"dynamicPoolConfiguration.cooldownPeriodInSeconds",
]

finding contains lib.finding(pool, message) if {
	some pool in lib.pools
	some path in paths
	some message in failures(lib.property(pool, path))
}

failures(given) := lib.unknown("cooldownPeriodInSeconds") if {
	not lib.is_known(given)
} else := {sprintf("cooldownPeriodInSeconds is %v", [seconds])} if {
	seconds := lib.number_of(given)
	not is_within(seconds)
}

is_within(seconds) if {
	is_number(seconds)
	seconds <= lib.parameters.maxCooldownPeriodInSeconds
}
