# Input in which nothing can be judged is no input that passes.
package session_pools.lib

input_failures contains "this is neither a configuration, such as cdk.tf.json, nor the output of terraform show -json for a plan" if {
	input_kind == "neither"
}

input_failures contains "the plan ended with an error: what is not planned is not judged" if {
	input_kind == "plan"
	document.errored == true
}

input_failures contains concat(" ", [
	"there is nothing here that can be judged, neither a session pool nor an environment nor a role assignment:",
	"set the parameter allowNothingToJudge where that is right",
]) if {
	input_kind != "neither"
	not parameters.allowNothingToJudge
	count(resources) == 0
	not has_removals
}

# A plan that removes what can be judged is one of the right stack.
has_removals if {
	some change in changes
	change.change.after == null
	type := type_of(change.type, object.get(change, ["change", "before", "type"], null))
	matters_here(type)
}

matters_here(type) if constants.kinds[type]

matters_here(type) if type in constants.deployments
