# METADATA
# title: Session pools
# description: |
#   The verdict of all rules in session_pools.rules, for conftest on `terraform show -json` and on cdk.tf.json.
#   A rule of your own is a file in a package of its own there, with `rule` and `finding`.
# entrypoint: true
package session_pools

import data.session_pools.lib

deny contains result(found) if {
	some found in findings
	found.level in {"critical", "error"}
}

deny contains {"msg": sprintf("exceptions[%d] %s", [index, failure])} if {
	some index, exception in given_exceptions
	some failure in exception_failures(exception)
}

warn contains result(found) if {
	some found in findings
	found.level == "warning"
}

findings contains object.union(found, {"ruleId": rule.id, "level": level, "note": note(rule.id, found)}) if {
	some name
	rule := data.session_pools.rules[name].rule
	level := object.get(lib.parameters.levels, rule.id, rule.level)
	level != "off"
	some found in data.session_pools.rules[name].finding
	not is_accepted(rule.id, found)
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
	end_of(exception.expires) > time.now_ns()
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

is_day(text) if {
	regex.match(`^\d{4}-\d{2}-\d{2}$`, text)
	end_of(text)
}

end_of(day) := time.add_date(time.parse_ns("2006-01-02", day), 0, 0, 1)
