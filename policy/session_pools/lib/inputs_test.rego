package session_pools.lib_test

import data.session_pools.inputs
import data.session_pools.lib

neither := {"this is neither a configuration, such as cdk.tf.json, nor the output of terraform show -json for a plan"}

state := {"format_version": "1.0", "terraform_version": "1.11.4", "values": {"root_module": {"resources": []}}}

nothing := {concat(" ", [
	"there is nothing here that can be judged, neither a session pool nor an environment nor a role assignment:",
	"set the parameter allowNothingToJudge where that is right",
])}

test_neither if {
	every document in [{}, [], state, {"version": 4, "resources": []}, "text", {"plan": {}}] {
		failures := lib.input_failures with input as document with data.session_pools.parameters as {}
		failures == neither
	}
}

nothing_to_judge := [
	{"resource": {}},
	{"terraform": {"required_version": ">= 1.11.0"}},
	{"resource": "text"},
	{"resource_changes": []},
	{"planned_values": {}, "configuration": {}},
	{"plan": {"resource_changes": []}},
	inputs.configuration({"type": "Microsoft.App/containerApps@2026-01-01"}),
]

test_nothing_to_judge if {
	every document in nothing_to_judge {
		failures := lib.input_failures with input as document with data.session_pools.parameters as {}
		failures == nothing
		allowed := lib.input_failures with input as document with data.session_pools.parameters as {"allowNothingToJudge": true}
		allowed == set()
	}
}

test_something_to_judge if {
	every document in [inputs.configuration(inputs.pool({})), inputs.plan(inputs.pool({}), {}, {})] {
		failures := lib.input_failures with input as document with data.session_pools.parameters as {}
		failures == set()
	}
}

removed(type) := {"resource_changes": [{
	"address": "azapi_resource.it",
	"change": {"actions": ["delete"], "before": {"type": type}, "after": null},
	"mode": "managed",
	"type": "azapi_resource",
}]}

test_removals if {
	every type in ["Microsoft.App/sessionPools@2026-01-01", "Microsoft.Resources/deployments@2022-09-01"] {
		failures := lib.input_failures with input as removed(type) with data.session_pools.parameters as {}
		failures == set()
	}
}

test_removals_of_something_else if {
	lib.input_failures == nothing with input as removed("Microsoft.Storage/storageAccounts@2024-01-01")
		with data.session_pools.parameters as {}
}

test_plan_with_an_error if {
	document := object.union(inputs.plan(inputs.pool({}), {}, {}), {"errored": true})
	expected := {"the plan ended with an error: what is not planned is not judged"}
	lib.input_failures == expected with input as document with data.session_pools.parameters as {}
}
