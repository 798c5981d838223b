package session_pools.rules.required_tags

import data.session_pools.lib

rule := {"id": "SessionPoolRequiredTags", "level": "error"}

finding contains lib.finding(pool, message) if {
	count(lib.parameters.requiredTags) > 0
	some pool in lib.pools
	some message in failures(pool, lib.argument(pool, "tags"))
}

failures(pool, null) := missing({}) if not pool.partial

failures(_, tags) := lib.unknown("tags") if {
	lib.is_expression(tags)
} else := set() if {
	is_object(tags)
	some name, _ in tags
	not lib.is_known(name)
} else := missing(tags) if {
	tags != null
}

missing(tags) := {sprintf("tag '%s' is not given", [required]) |
	some required in lib.parameters.requiredTags
	not lower(required) in names_of(tags)
}

names_of(tags) := {lower(name) |
	is_object(tags)
	some name, value in tags
	lib.is_filled(value)
	not regex.match(sprintf("^[%s]*$", [lib.constants.blanks]), lib.as_text(value))
}
