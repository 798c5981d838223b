package session_pools.rules.cooldown

import data.session_pools.lib

rule := {"id": "SessionPoolCooldown", "level": "warning"}

paths := [
	"dynamicPoolConfiguration.lifecycleConfiguration.cooldownPeriodInSeconds",
	"dynamicPoolConfiguration.cooldownPeriodInSeconds",
]

finding contains lib.finding(pool, sprintf("cooldownPeriodInSeconds is %v", [seconds])) if {
	some pool in lib.pools
	some path in paths
	seconds := lib.number_of(lib.property(pool, path))
	seconds > lib.parameters.maxCooldownPeriodInSeconds
}
