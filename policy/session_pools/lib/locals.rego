# Locals of a configuration. A plan has their values.
package session_pools.lib

# Those that refer to locals are followed three times: Rego has no recursion.
locals := followed(followed(followed(given_locals)))

given_locals[name] := values[count(values) - 1] if {
	pairs := entries(object.get(document, "locals", {}))
	some [name, _] in pairs
	values := [value | some [other, value] in pairs; other == name]
}

followed(given) := {name: substituted(value, given) | some name, value in given}

with_locals(value) := value if {
	count(given_locals) == 0
} else := substituted(value, locals)

substituted(value, given) := json.patch({"it": value}, [patch |
	walk(value, [path, text])
	is_string(text)
	contains(text, "local.")
	plain := regex.replace(text, `\$\{[ \t\r\n]*(local\.[\w.-]+)[ \t\r\n]*\}`, "$${$1}")
	contains(plain, "${local.")
	patch := {"op": "replace", "path": array.concat(["it"], path), "value": text_with_locals(plain, given)}
]).it

# A local as it is where it is the whole text, else the text of it in the text around it.
text_with_locals(text, given) := value if {
	reference := regex.find_all_string_submatch_n(`^\$\{local\.([\w-]+(?:\.[\w-]+)*)\}$`, text, 1)[0][1]
	value := object.get(given, split(reference, "."), null)
	value != null
} else := strings.replace_n(object.union({"$${": "$${"}, local_texts(given)), text)

local_texts(given) := {sprintf("${local.%s}", [name]): sprintf("%v", [value]) |
	some name, value in given
	type_name(value) in {"boolean", "number", "string"}
}
