# What the rules leave open, from a data file that is right.
package session_pools.lib

parameters := object.union(defaults, given_parameters)

defaults := {name: parameter["default"] | some name, parameter in schema.properties.session_pools.properties.parameters.properties}

default given_parameters := {}

given_parameters := data.session_pools.parameters

# The violations that are accepted. `exceptions` is what they were called before.
acknowledgements := array.concat(
	object.get(given, "acknowledgements", []),
	[object.union(object.remove(exception, ["ruleId"]), {"id": exception.ruleId}) | some exception in object.get(given, "exceptions", [])],
)
