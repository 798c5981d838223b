package session_pools.rules.grants_least_privilege

import data.session_pools.lib

rule := {"id": "SessionPoolGrantsLeastPrivilege", "level": "error"}

broad_roles := {role | some role in lib.constants.broadRoles}

roles[replace(guid, "-", "")] := role if some guid, role in object.union(lib.constants.broadRoles, lib.constants.poolRoles)

# The GUID at the end, in each form that .NET reads.
role_definition := `(?:^|[^0-9a-f])([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})[)} \t\r\n/]*(?:\?[\s\S]*)?$`

pool_roles := {role | some role in lib.constants.poolRoles}

# An expression stands for any text; what is inside of one is no part of the ID.
pool_id := `^([^$]|\$\{[^{}]*\})*/providers/microsoft\.app/sessionpools/([^/${}]|\$\{[^{}]*\})+$`

assignment_id := `(?i)/providers/microsoft\.authorization/[a-z]+/[^/]+$`

finding contains lib.finding(assignment, message) if {
	some assignment in lib.role_assignments
	some message in failures(role_of(assignment), place_of(assignment))
}

failures(role, "pool") := {sprintf("'%s' is granted on a session pool", [role])} if role in broad_roles

failures(role, "elsewhere") := {sprintf("'%s' is granted elsewhere than on a session pool", [role])} if role in pool_roles

failures(role, "unknown") := lib.unknown(sprintf("the scope of '%s'", [role])) if role in (broad_roles | pool_roles)

failures("unknown", "pool") := lib.unknown("the role on a session pool")

role_of(assignment) := named_role(lib.argument(assignment, "role_definition_name")) if {
	lib.is_filled(lib.argument(assignment, "role_definition_name"))
} else := object.get(roles, replace(guid, "-", ""), "another") if {
	guid := regex.find_all_string_submatch_n(role_definition, lower(lib.as_text(role_id(assignment))), 1)[0][1]
} else := "another" if {
	lib.is_known(role_id(assignment))
} else := "unknown"

named_role(name) := role if {
	lib.is_known(name)
	some role in (broad_roles | pool_roles)
	lib.fold(role) == lib.fold(name)
} else := "another" if {
	lib.is_known(name)
} else := "unknown"

role_id(assignment) := [id |
	some id in [lib.property(assignment, "roleDefinitionId"), lib.argument(assignment, "role_definition_id"), "none"]
	id != null
][0]

place_of(assignment) := "unknown" if {
	scope_of(assignment) == null
} else := places[type == "microsoft.app/sessionpools"] if {
	type := lib.referenced_type(assignment, scope_of(assignment))
} else := "pool" if {
	regex.match(pool_id, lower(scope_of(assignment)))
} else := "elsewhere" if {
	lib.is_known(scope_of(assignment))
} else := "unknown"

places := {false: "elsewhere", true: "pool"}

# The scope without slashes at its end; of an ID of an assignment, what comes before.
scope_of(assignment) := without_assignment(lib.as_text(scope)) if {
	scope := [given |
		some given in [lib.argument(assignment, "parent_id"), lib.argument(assignment, "scope"), target_of(assignment)]
		lib.is_filled(given)
	][0]
} else := null

target_of(assignment) := concat("/", [lib.as_text(part) | some part in [id, lib.argument(assignment, "action")]; lib.is_filled(part)]) if {
	id := lib.argument(assignment, "resource_id")
	lib.is_filled(id)
} else := null

without_assignment(id) := path if {
	path := regex.replace(trim_right(regex.replace(id, `/{2,}`, "/"), "/"), assignment_id, "")
	path != ""
} else := "/"
