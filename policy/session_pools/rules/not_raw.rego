package session_pools.rules.not_raw

import data.session_pools.lib

rule := {"id": "SessionPoolNotRaw", "level": "error"}

triggers := ["properties.containerType", "properties.environmentId"]

finding contains lib.finding(pool, sprintf("replace_triggers_refs lacks %s", [concat(" and ", missing)])) if {
	some pool in lib.pools
	given := lib.argument(pool, "replace_triggers_refs")
	lib.is_known(given)
	missing := [trigger | some trigger in triggers; not has(given, trigger)]
	count(missing) > 0
}

has(given, trigger) if trigger in given
