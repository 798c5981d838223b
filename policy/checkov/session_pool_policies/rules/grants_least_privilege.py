from __future__ import annotations

import re
from typing import Any

from ..resources import Resource
from ..rule import Context, Rule
from ..shared import CONSTANTS, ROLE_ASSIGNMENT
from ..values import fold, is_filled, is_known, lower, text_of

_BROAD_ROLES = set(CONSTANTS["broadRoles"].values())
_POOL_ROLES = set(CONSTANTS["poolRoles"].values())
_ROLES = {guid.replace("-", ""): role for guid, role in {**CONSTANTS["broadRoles"], **CONSTANTS["poolRoles"]}.items()}
# An expression stands for any text; what is inside of one is no part of the ID.
_POOL_ID = re.compile(r"([^$]|\$\{[^{}]*\})*/providers/microsoft\.app/sessionpools/([^/${}]|\$\{[^{}]*\})+")
# The GUID at the end, in each form that .NET reads.
_ROLE_DEFINITION = re.compile(
    r"(?:\A|[^0-9a-f])([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})[)} \t\r\n/]*(?:\?[\s\S]*)?\Z"
)
_ASSIGNMENT = re.compile(r"/providers/microsoft\.authorization/[a-z]+/[^/]+\Z", re.IGNORECASE | re.ASCII)
_ANOTHER, _UNKNOWN = "another", "unknown"


def _role_of(assignment: Resource) -> str:
    name = assignment.argument("role_definition_name")
    if is_filled(name):
        return next((role for role in _ROLES.values() if fold(role) == fold(name)), _ANOTHER) if is_known(name) else _UNKNOWN
    given = [assignment.body_property("roleDefinitionId"), assignment.argument("role_definition_id")]
    role_id = next((each for each in given if each is not None), "none")
    guid = _ROLE_DEFINITION.search(lower(role_id))
    if guid:
        return _ROLES.get(guid.group(1).replace("-", ""), _ANOTHER)
    return _ANOTHER if is_known(role_id) else _UNKNOWN


def _scope_of(assignment: Resource) -> str | None:
    """The scope without slashes at its end; of an ID of an assignment, what comes before."""
    scope: Any = next((given for given in (assignment.argument(name) for name in ("parent_id", "scope")) if is_filled(given)), None)
    if scope is None and is_filled(assignment.argument("resource_id")):
        scope = "/".join(text_of(each) for each in (assignment.argument("resource_id"), assignment.argument("action")) if is_filled(each))
    if scope is None:
        return None
    return _ASSIGNMENT.sub("", re.sub("/{2,}", "/", text_of(scope)).rstrip("/")) or "/"


def _is_on_pool(assignment: Resource) -> bool | None:
    """Whether the role is granted on a pool; None where that is not known."""
    scope = _scope_of(assignment)
    if scope is None:
        return None
    referenced = assignment.referenced_type(scope)
    if referenced:
        return referenced == "microsoft.app/sessionpools"
    if _POOL_ID.fullmatch(lower(scope)):
        return True
    return False if is_known(scope) else None


def _findings(assignment: Resource, context: Context) -> list[str]:
    role, on_pool = _role_of(assignment), _is_on_pool(assignment)
    if on_pool is None:
        return context.unknown(f"the scope of '{role}'") if role in _BROAD_ROLES | _POOL_ROLES else []
    if on_pool and role in _BROAD_ROLES:
        return [f"'{role}' is granted on a session pool"]
    if on_pool and role == _UNKNOWN:
        return context.unknown("the role on a session pool")
    return [f"'{role}' is granted elsewhere than on a session pool"] if not on_pool and role in _POOL_ROLES else []


RULE = Rule(
    "SessionPoolGrantsLeastPrivilege", "error", "Roles of session pools are granted on pools, and no role that is too much", _findings,
    ROLE_ASSIGNMENT,
)
