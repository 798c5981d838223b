# Resources in the templates of deployments, at any depth: lists of resources, named resources, templates in templates.
package session_pools.lib

deployed_resources := [resource |
	some block in blocks
	target_of(block).type in constants.deployments
	some found in resources_in(template_of(block))
	given := [object.get(block.arguments, name, null) | some name in ["body", "sensitive_body"]]
	hidden := repetitions(array.concat(given, [template_in(object.get(block.arguments, "template_content", null))]))
	resource := object.union_n([object.remove(block, ["arguments"]), found, {"defined_by": "a deployment", "hidden": hidden}])
]

template_of(block) := template_in(object.get(block.arguments, "template_content", null)) if {
	not startswith(block.type, "azapi_")
} else := merged(canonical(object.get(block.arguments, "body", null)), canonical(object.get(block.arguments, "sensitive_body", null)))

# The template in a text, in which texts are Terraform templates; the text itself where it is no JSON that is known.
template_in(content) := json.patch({"it": template}, escapes({"it": template})).it if {
	is_string(content)
	is_known(content)
	unescaped := replace(replace(content, "$${", "${"), "%%{", "%{")
	json.is_valid(unescaped)
	template := json.unmarshal(unescaped)
} else := content

# Where no resource is to be seen, only its type in an expression, nothing else of it is known.
resources_in(template) := found if {
	found := found_in(with_arm_expressions(canonical(template)))
	count(found) > 0
} else := [{"arguments": {}, "body": "${template}", "kind": kind, "partial": true} | some kind in kinds_named_in(template)]

found_in(template) := [resource |
	walk(template, [_, item])
	is_object(item)
	object.get(item, "existing", false) != true
	kind := constants.kinds[arm_type_in(object.get(item, "type", null))]
	resource := {
		"arguments": object.union_n([
			{"scope": "/"},
			item,
			{"type": sprintf("%v@%v", [item.type, object.get(item, "apiVersion", "undefined")])},
		]),
		"body": item,
		"kind": kind,
		"partial": false,
	}
]

kinds_named_in(template) := {kind |
	walk(template, [_, value])
	is_string(value)
	is_unread(value)
	kind := constants.kinds[arm_type_named_in(value)]
}

is_unread(text) if has_expression(text)

is_unread(text) if regex.match(`^[ \t\r\n]*\{`, text)

# Expressions of ARM as those of Terraform: neither is known.
with_arm_expressions(template) := json.patch({"it": template}, [patch |
	walk(template, [path, value])
	is_string(value)
	regex.match(`^\[(?:[^\[][\s\S]*)?\]$`, value)
	patch := {"op": "replace", "path": array.concat(["it"], path), "value": sprintf("${%s}", [regex.replace(value, `[{}]`, "")])}
]).it
