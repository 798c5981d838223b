# What the rules leave open. A data file overrides it at `session_pools.parameters`.
package session_pools.lib

parameters := object.union(
	{
		"allowedLocations": [],
		"levels": {},
		"maxConcurrentSessions": 600,
		"maxCooldownPeriodInSeconds": 900,
		"requiredTags": [],
	},
	given_parameters,
)

default given_parameters := {}

given_parameters := data.session_pools.parameters
