# METADATA
# title: Session pools
# description: |
#   The verdict of all rules in session_pools.rules, for conftest on `terraform show -json` and on cdk.tf.json.
#   A rule of your own is a file in a package of its own there, with `rule` and `finding`.
# entrypoint: true
package session_pools

import data.session_pools.lib

deny contains result(found) if {
	some found in findings({"critical", "error"})
}

deny contains {"msg": sprintf("exceptions[%d] %s", [index, failure])} if {
	some index, exception in given_exceptions
	some failure in exception_failures(exception)
}

warn contains result(found) if {
	some found in findings({"warning"})
}

# What breaks the rules of these levels. conftest asks for errors and warnings one after the other: no rule is evaluated twice.
findings(levels) := {finding |
	some name
	rule := data.session_pools.rules[name].rule
	level := object.get(lib.parameters.levels, rule.id, rule.level)
	level in levels
	some found in data.session_pools.rules[name].finding
	not is_accepted(rule.id, found)
	finding := object.union(found, {"level": level, "note": note(rule.id, found), "ruleId": rule.id})
}

result(found) := {
	"address": found.address,
	"level": found.level,
	"msg": sprintf("%s: %s: %s%s", [found.ruleId, found.address, found.message, found.note]),
	"ruleId": found.ruleId,
}

default given_exceptions := []

given_exceptions := data.session_pools.exceptions

is_accepted(id, found) if {
	some exception in exceptions_for(id, found)
	count(exception_failures(exception)) == 0
	exception.expires >= today
}

note(id, found) := sprintf(" (was accepted until %s)", [max(days)]) if {
	days := {exception.expires | some exception in exceptions_for(id, found); count(exception_failures(exception)) == 0}
	count(days) > 0
} else := ""

exceptions_for(id, found) := [exception |
	some exception in given_exceptions
	exception.ruleId == id
	covers(object.get(exception, "path", ""), found)
]

# The path of a construct stands for everything in it.
covers(path, found) if {
	names := split(found.path, "/")
	scopes := {concat("/", array.slice(names, 0, length)) | some length in numbers.range(1, count(names))}
	path in (scopes | {"", found.address})
}

exception_failures(exception) := {failure |
	some name, value in exception_checks(exception)
	value == false
	failure := sprintf("must have %s", [name])
}

exception_checks(exception) := {
	"a reason": trim_space(object.get(exception, "reason", "")) != "",
	"a ruleId that names a rule": object.get(exception, "ruleId", "") in rule_ids,
	"expires, a day such as '2027-01-31'": is_day(object.get(exception, "expires", "")),
}

rule_ids contains data.session_pools.rules[_].rule.id

default is_day(_) := false

# Nanoseconds end in 2262: the year is moved to one between 1800 and 2199 with the same calendar, which repeats every 400 years.
is_day(text) if {
	regex.match(`^\d{4}-\d{2}-\d{2}$`, text)
	year := 1800 + ((to_number(substring(text, 0, 4)) + 200) % 400)
	_ := time.parse_ns("2006-01-02", sprintf("%d%s", [year, substring(text, 4, -1)]))
}

today := time.format([time.now_ns(), "UTC", "2006-01-02"])
