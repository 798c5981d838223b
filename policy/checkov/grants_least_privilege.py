from __future__ import annotations

import re

from session_pool_check import SessionPoolCheck
from session_pool_documents import Resource, POOL, is_known, is_known_text

BROAD_ROLES = {
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
    "b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
}
POOL_ROLES = {
    "0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0": "Azure ContainerApps Session Executor",
    "f7669afb-68b2-44b4-9c5f-6d2a47fddda0": "Container Apps SessionPools Contributor",
    "af61e8fc-2633-4b95-bed3-421ad6826515": "Container Apps SessionPools Reader",
}
ROLES = {**BROAD_ROLES, **POOL_ROLES}


def role_of(assignment: Resource) -> str | None:
    """The name of the role where it is one that the rule knows."""
    name = assignment.argument("role_definition_name")
    if is_known_text(name):
        return next((role for role in ROLES.values() if role.lower() == name.lower()), None)
    role_id = assignment.body_property("roleDefinitionId") or assignment.argument("role_definition_id")
    guid = re.search(r"/roleDefinitions/([0-9a-f-]{36})$", str(role_id), re.IGNORECASE)
    return ROLES.get(guid.group(1).lower()) if guid else None


def is_on_pool(assignment: Resource) -> bool | None:
    """Whether the role is granted on a pool; None where that is not known."""
    scope = assignment.argument("parent_id") or assignment.argument("scope")
    if not isinstance(scope, str):
        return None
    referenced = assignment.referenced_type(scope)
    if referenced:
        return referenced == POOL
    if re.search(r"/providers/microsoft\.app/sessionpools/[^/]+$", scope, re.IGNORECASE):
        return True
    return False if is_known(scope) else None


class GrantsLeastPrivilege(SessionPoolCheck):
    rule_id = "SessionPoolGrantsLeastPrivilege"
    kind = "role-assignment"

    def findings(self, resource: Resource) -> list[str]:
        role, on_pool = role_of(resource), is_on_pool(resource)
        if on_pool and role in BROAD_ROLES.values():
            return [f"'{role}' is granted on a session pool"]
        if on_pool is False and role in POOL_ROLES.values():
            return [f"'{role}' is granted elsewhere than on a session pool"]
        return []


check = GrantsLeastPrivilege("Roles of session pools are granted on pools, and neither Owner nor Contributor")
