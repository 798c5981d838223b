from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule
from ..values import is_expression, is_filled, is_known


def _findings(pool: Resource, context: Context) -> list[str]:
    required = context.parameters["requiredTags"]
    tags = pool.argument("tags")
    if not required or (tags is None and pool.partial):
        return []
    if is_expression(tags):
        return context.unknown("tags")
    given = tags if isinstance(tags, dict) else {}
    if any(not is_known(name) for name in given):
        return []
    names = {name.lower() for name, value in given.items() if is_filled(value)}
    return [f"tag '{name}' is not given" for name in required if name.lower() not in names]


RULE = Rule("SessionPoolRequiredTags", "error", "Session pools have the required tags", _findings)
