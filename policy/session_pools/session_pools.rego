# METADATA
# title: Session pools
# description: |
#   The verdict of all rules in session_pools.rules, for conftest on `terraform show -json` and on cdk.tf.json.
#   A rule of your own is a file in a package of its own there, with `rule` and `finding`.
# entrypoint: true
package session_pools

import data.session_pools.lib

# A data file that is wrong, and input in which nothing can be judged, fail whatever the levels are.
deny contains {"level": "error", "msg": sprintf("SessionPoolData: %s", [failure]), "ruleId": "SessionPoolData"} if {
	some failure in lib.data_failures
}

deny contains {"level": "error", "msg": sprintf("SessionPoolInput: %s", [failure]), "ruleId": "SessionPoolInput"} if {
	count(lib.data_failures) == 0
	some failure in lib.input_failures
}

deny contains result(found) if {
	some found in findings({"critical", "error"})
}

warn contains result(found) if {
	some found in findings({"warning"})
}

warn contains {"level": "warning", "msg": sprintf("SessionPoolData: %s", [note]), "ruleId": "SessionPoolData"} if {
	lib.given.exceptions
	note := "session_pools.exceptions is the former name of acknowledgements: rename it, and ruleId in it to id"
}

# What breaks the rules of these levels. conftest asks for errors and warnings one after the other: no rule is evaluated twice.
findings(levels) := {finding |
	count(lib.data_failures) == 0
	some name
	rule := data.session_pools.rules[name].rule
	level := object.get(lib.parameters.levels, rule.id, rule.level)
	level in levels
	some found in data.session_pools.rules[name].finding
	not is_accepted(rule.id, found)
	finding := object.union(found, {"level": level, "note": note_of(rule.id, found), "ruleId": rule.id})
}

result(found) := {
	"address": found.address,
	"level": found.level,
	"msg": sprintf("%s: %s: %s%s", [found.ruleId, found.address, found.message, found.note]),
	"ruleId": found.ruleId,
}

is_accepted(id, found) if {
	some acknowledgement in acknowledgements_for(id, found)
	object.get(acknowledgement, "expires", today) >= today
}

note_of(id, found) := sprintf(" (was accepted until %s)", [max(days)]) if {
	days := {acknowledgement.expires | some acknowledgement in acknowledgements_for(id, found)}
	count(days) > 0
} else := ""

acknowledgements_for(id, found) := [acknowledgement |
	some acknowledgement in lib.acknowledgements
	acknowledgement.id == id
	covers(object.get(acknowledgement, "path", ""), found)
]

# The path of a construct stands for everything in it.
covers(path, found) if {
	names := split(found.path, "/")
	scopes := {concat("/", array.slice(names, 0, length)) | some length in numbers.range(1, count(names))}
	path in (scopes | {"", found.address})
}

today := time.format([time.now_ns(), "UTC", "2006-01-02"])
