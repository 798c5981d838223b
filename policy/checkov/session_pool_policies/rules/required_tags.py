from __future__ import annotations

import re

from ..resources import Resource
from ..rule import Context, Rule
from ..shared import CONSTANTS
from ..values import is_expression, is_filled, is_known, text_of

_BLANK = re.compile(f"[{CONSTANTS['blanks']}]*")


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
    names = {name.lower() for name, value in given.items() if is_filled(value) and not _BLANK.fullmatch(text_of(value))}
    return [f"tag '{name}' is not given" for name in required if name.lower() not in names]


RULE = Rule("SessionPoolRequiredTags", "error", "Session pools have the required tags", _findings)
