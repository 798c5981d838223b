package session_pools.rules.not_raw

import data.session_pools.lib

rule := {"id": "SessionPoolNotRaw", "level": "error"}

triggers := ["properties.containerType", "properties.environmentId"]

finding contains lib.finding(pool, sprintf("%s %s a session pool", [pool.defined_by, verbs[pool.partial]])) if {
	some pool in lib.pools
	pool.defined_by != "azapi_resource"
}

finding contains lib.finding(pool, message) if {
	some pool in lib.pools
	pool.defined_by == "azapi_resource"
	some message in failures(lib.argument(pool, "replace_triggers_refs"))
}

verbs := {false: "defines", true: "changes"}

failures(given) := lib.unknown("replace_triggers_refs") if {
	not lib.is_known(given)
} else := {sprintf("replace_triggers_refs lacks %s", [concat(" and ", missing)]) | count(missing) > 0} if {
	missing := [trigger | some trigger in triggers; not has(given, trigger)]
}

has(given, trigger) if {
	is_array(given)
	trigger in given
}
