package session_pools.lib_test

import data.session_pools.lib

locals_of_test := {
	"chain": "${local.status}",
	"deep": {"a": {"b": "x"}},
	"five": 5,
	"status": "EgressEnabled",
}

test_locals if {
	cases := [
		["${local.status}", "EgressEnabled"],
		["${local.chain}", "EgressEnabled"],
		["${local.deep.a}", {"b": "x"}],
		["${local.none}", "${local.none}"],
		["a-${local.five}-$${local.five}", "a-5-$${local.five}"],
		["${ local.status }", "EgressEnabled"],
		["a-${\tlocal.five }", "a-5"],
		["${upper(local.status)}", "${upper(local.status)}"],
		[{"k": ["${local.status}"]}, {"k": ["EgressEnabled"]}],
	]
	every case in cases {
		lib.with_locals(case[0]) == case[1] with input as {"locals": [locals_of_test]}
	}
}

test_without_locals if lib.with_locals("${local.a}") == "${local.a}" with input as {"locals": {}}

test_the_last_of_two_locals if lib.with_locals("${local.a}") == 2 with input as {"locals": [{"a": 1}, {"a": 2}]}
