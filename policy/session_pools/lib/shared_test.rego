# Written from policy/schema.json and policy/constants.json: npm run policies:docs

package session_pools.lib_test

import data.session_pools.lib

test_what_is_misplaced if {
	names := object.keys(lib.beside) with data.session_pools.acknowledge as null
		with data.session_pools.acknowledged as null
		with data.session_pools.acknowledgement as null
		with data.session_pools.acknowledges as null
		with data.session_pools.acknowledgment as null
		with data.session_pools.acknowledgments as null
		with data.session_pools.acknowlegements as null
		with data.session_pools.additionalRuleIds as null
		with data.session_pools.aknowledgements as null
		with data.session_pools.allowNothingToJudge as null
		with data.session_pools.allowUnknownAfterApply as null
		with data.session_pools.allowedLocations as null
		with data.session_pools.exception as null
		with data.session_pools.exceptons as null
		with data.session_pools.execptions as null
		with data.session_pools.exemptions as null
		with data.session_pools.levels as null
		with data.session_pools.maxConcurrentSessions as null
		with data.session_pools.maxCooldownPeriodInSeconds as null
		with data.session_pools.paramaters as null
		with data.session_pools.parameter as null
		with data.session_pools.params as null
		with data.session_pools.paramters as null
		with data.session_pools.requireExpiry as null
		with data.session_pools.requiredTags as null
	count(names) == 25
}
