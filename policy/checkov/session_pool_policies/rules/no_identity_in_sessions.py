from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule
from ..values import entry, is_expression, text_of
from .exposure import exposed_identities


def _findings(pool: Resource, context: Context) -> list[str]:
    if is_expression(pool.body_property("managedIdentitySettings")):
        return context.unknown("managedIdentitySettings")
    found = [
        f"identity '{text_of(entry(each, 'identity'))}' has the lifecycle '{text_of(each['lifecycle'])}'" for each in exposed_identities(pool)
    ]
    settings = pool.items("managedIdentitySettings")
    if any(is_expression(value) for each in settings for value in (each, entry(each, "lifecycle"))):
        found += context.unknown("the lifecycle of an identity")
    return found


RULE = Rule("SessionPoolNoIdentityInSessions", "error", "No identity is available in sessions", _findings)
