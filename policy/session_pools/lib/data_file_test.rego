package session_pools.lib_test

import data.session_pools.lib

ids := concat(", ", sort({id | id := data.session_pools.rules[_].rule.id}))

parameters_failures(parameters) := failures if {
	failures := lib.data_failures with data.session_pools.parameters as parameters
}

test_right_parameters if {
	parameters_failures({
		"additionalRuleIds": ["CustomPoolSize"],
		"allowNothingToJudge": true,
		"allowedLocations": ["westeurope"],
		"levels": {"CustomPoolSize": "off", "SessionPoolCooldown": "error"},
		"maxConcurrentSessions": 1,
		"requiredTags": ["owner"],
	}) == set()
}

test_parameters_must_be_given if lib.data_failures == {"session_pools.parameters must be given"}

wrong_parameters := [
	[null, " must be a map, got null"],
	[[], " must be a map, got a list"],
	[{"requiredTags": "owner"}, ".requiredTags must be a list, got 'owner'"],
	[{"requiredTags": {"a": 5}}, ".requiredTags must be a list, got a map"],
	[{"requiredTags": [5]}, ".requiredTags[0] must be text, got 5"],
	[{"requiredTags": [" "]}, ".requiredTags[0] must not be blank, got ' '"],
	[{"maxConcurrentSessions": "100"}, ".maxConcurrentSessions must be a whole number, got '100'"],
	[{"maxConcurrentSessions": 1.5}, ".maxConcurrentSessions must be a whole number, got 1.5"],
	[{"maxConcurrentSessions": 0}, ".maxConcurrentSessions must be at least 1, got 0"],
	[{"maxConcurrentSessions": 2147483648}, ".maxConcurrentSessions must be at most 2147483647, got 2147483648"],
	[{"requireExpiry": "yes"}, ".requireExpiry must be true or false, got 'yes'"],
	[{"levels": null}, ".levels must be a map, got null"],
	[
		{"levels": {"SessionPoolCooldown": "Error"}},
		".levels.SessionPoolCooldown must be critical, error, warning or off, got 'Error'",
	],
	[{"levels": {"SessionPoolCooldown": {}}}, ".levels.SessionPoolCooldown must be text, got a map"],
	[{"levels": {"None": "off"}}, sprintf(".levels.None must name a rule, got 'None': there are %s", [ids])],
]

test_wrong_parameters if {
	every wrong in wrong_parameters {
		parameters_failures(wrong[0]) == {sprintf("session_pools.parameters%s", [wrong[1]])}
	}
}

test_unknown_parameter if {
	known := concat(", ", sort(object.keys(lib.schema.properties.session_pools.properties.parameters.properties)))
	expected := {sprintf("session_pools.parameters.requiredTag is not known: there are %s", [known])}
	parameters_failures({"requiredTag": ["owner"]}) == expected
}

acknowledgements_failures(acknowledgements) := failures if {
	failures := lib.data_failures with data.session_pools.parameters as {}
		with data.session_pools.acknowledgements as acknowledgements
}

right := {"id": "SessionPoolCooldown", "reason": "x"}

wrong_acknowledgements := [
	[{}, " must be a list, got a map"],
	[[null], "[0] must be a map, got null"],
	[[object.union(right, {"reason": null})], "[0].reason must be text, got null"],
	[[object.union(right, {"expires": "2999-02-31"})], "[0].expires must be a day such as '2027-01-31', got '2999-02-31'"],
	[[object.union(right, {"expires": "next year"})], "[0].expires must be a day such as '2027-01-31', got 'next year'"],
	[[right, {"id": "SessionPoolCooldown"}], "[1].reason must be given"],
	[[object.union(right, {"until": "x"})], "[0].until is not known: there are expires, id, path, reason"],
	[[object.union(right, {"id": "None"})], sprintf("[0].id must name a rule, got 'None': there are %s", [ids])],
]

test_wrong_acknowledgements if {
	every wrong in wrong_acknowledgements {
		acknowledgements_failures(wrong[0]) == {sprintf("session_pools.acknowledgements%s", [wrong[1]])}
	}
}

test_right_acknowledgements if {
	acknowledgements_failures([right, object.union(right, {"expires": "2996-02-29", "path": "stack"})]) == set()
}

test_expiry_is_required if {
	expected := {"session_pools.acknowledgements[1].expires must be given: requireExpiry is set"}
	lib.data_failures == expected with data.session_pools.parameters as {"requireExpiry": true}
		with data.session_pools.acknowledgements as [object.union(right, {"expires": "2999-12-31"}), right]
}

test_wrong_exceptions if {
	lib.data_failures == {"session_pools.exceptions[0].expires must be given"} with data.session_pools.parameters as {}
		with data.session_pools.exceptions as [{"ruleId": "SessionPoolCooldown", "reason": "x"}]
}

test_misplaced_names if {
	failures := lib.data_failures with data.session_pools.parameters as {}
		with data.session_pools.levels as null
		with data.session_pools.acknowledgments as []
	failures == {
		"session_pools.acknowledgments is not known: there are acknowledgements, exceptions, parameters",
		"session_pools.levels is not known: there are acknowledgements, exceptions, parameters",
	}
}
