package session_pools.rules.grants_least_privilege

import data.session_pools.lib

rule := {"id": "SessionPoolGrantsLeastPrivilege", "level": "error"}

broad_roles := {
	"8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
	"b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
}

pool_roles := {
	"0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0": "Azure ContainerApps Session Executor",
	"f7669afb-68b2-44b4-9c5f-6d2a47fddda0": "Container Apps SessionPools Contributor",
	"af61e8fc-2633-4b95-bed3-421ad6826515": "Container Apps SessionPools Reader",
}

finding contains lib.finding(assignment, sprintf("'%s' is granted on a session pool", [role])) if {
	some assignment in lib.role_assignments
	some role in broad_roles
	role == role_of(assignment)
	is_on_pool(assignment)
}

finding contains lib.finding(assignment, sprintf("'%s' is granted elsewhere than on a session pool", [role])) if {
	some assignment in lib.role_assignments
	some role in pool_roles
	role == role_of(assignment)
	not is_on_pool(assignment)
	scope_is_known(assignment)
}

role_of(assignment) := role if {
	name := lib.argument(assignment, "role_definition_name")
	lib.is_known_text(name)
	some role in object.union(broad_roles, pool_roles)
	lower(role) == lower(name)
} else := role if {
	not lib.is_known_text(lib.argument(assignment, "role_definition_name"))
	id := [id |
		some id in [lib.property(assignment, "roleDefinitionId"), lib.argument(assignment, "role_definition_id")]
		is_string(id)
	][0]
	guid := lower(regex.find_all_string_submatch_n(`(?i)/roleDefinitions/([0-9a-f-]{36})$`, id, 1)[0][1])
	role := object.get(object.union(broad_roles, pool_roles), guid, null)
	role != null
}

scope_of(assignment) := [scope |
	some scope in [lib.argument(assignment, "parent_id"), lib.argument(assignment, "scope")]
	is_string(scope)
][0]

is_on_pool(assignment) if lib.referenced_type(assignment, scope_of(assignment)) == "microsoft.app/sessionpools"

is_on_pool(assignment) if {
	scope := scope_of(assignment)
	not lib.referenced_type(assignment, scope)
	regex.match(`(?i)/providers/microsoft\.app/sessionpools/[^/]+$`, scope)
}

scope_is_known(assignment) if lib.referenced_type(assignment, scope_of(assignment))

scope_is_known(assignment) if lib.is_known(scope_of(assignment))
