# Inputs for the tests.
package session_pools.inputs

digest := "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

pool_id := "/subscriptions/0/resourceGroups/rg/providers/Microsoft.App/sessionPools/pool"

# The arguments of a pool with the properties.
pool(properties) := {
	"type": "Microsoft.App/sessionPools@2026-01-01",
	"body": {"properties": properties},
	"//": {"metadata": {"path": "stack/pool/Resource"}},
}

container(item) := pool({"customContainerTemplate": {"containers": [item]}})

# A cdk.tf.json with one azapi resource.
configuration(arguments) := {"resource": {"azapi_resource": {"it": arguments}}}

# A plan that creates one azapi resource of a module.
plan(arguments, unknown, expressions) := {
	"resource_changes": [{
		"address": "module.team[\"a.b\"].azapi_resource.it[0]",
		"change": {"actions": ["create"], "after": arguments, "after_unknown": unknown},
		"mode": "managed",
		"type": "azapi_resource",
	}],
	"configuration": {
		"provider_config": {"azapi": {"expressions": {"default_tags": {"constant_value": {"owner": "a"}}}}},
		"root_module": {"module_calls": {"team": {"module": {"resources": [{
			"address": "azapi_resource.it",
			"expressions": expressions,
			"provider_config_key": "azapi",
			"type": "azapi_resource",
		}]}}}},
	},
}

messages(findings) := {finding.message | some finding in findings}

# The same as an update of a pool that exists.
update(properties) := {"resource": {"azapi_update_resource": {"it": pool(properties)}}}

# A plan that creates a pool; what is an expression in the properties is known only after apply.
unknown(properties) := plan(pool(properties), {"body": {"properties": marks}}, expressions) if {
	expressions := {"body": {"constant_value": {"properties": properties}}}
	marks := json.patch({"it": properties}, [patch |
		walk(properties, [path, text])
		is_string(text)
		startswith(text, "${")
		patch := {"op": "replace", "path": array.concat(["it"], path), "value": true}
	]).it
}

later := "${azapi_resource.later.id}"
