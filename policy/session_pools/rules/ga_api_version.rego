package session_pools.rules.ga_api_version

import data.session_pools.lib

rule := {"id": "SessionPoolGaApiVersion", "level": "warning"}

finding contains lib.finding(pool, sprintf("API version '%s' is a preview", [version])) if {
	some pool in lib.pools
	version := lib.api_version(pool)
	endswith(lower(version), "-preview")
}
