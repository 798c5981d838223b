package session_pools.rules.required_tags

import data.session_pools.lib

rule := {"id": "SessionPoolRequiredTags", "level": "error"}

finding contains lib.finding(pool, sprintf("tag '%s' is not given", [required])) if {
	some pool in lib.pools
	tags := lib.argument(pool, "tags")
	not is_string(tags)
	some required in lib.parameters.requiredTags
	not lower(required) in names_of(tags)
}

names_of(null) := set()

names_of(tags) := {lower(name) | some name, value in tags; not value in {null, ""}} if tags != null
