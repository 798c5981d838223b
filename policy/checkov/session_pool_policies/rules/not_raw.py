from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule
from ..values import is_known

_TRIGGERS = ["properties.containerType", "properties.environmentId"]


def _findings(pool: Resource, context: Context) -> list[str]:
    if pool.defined_by != "azapi_resource":
        return [f"{pool.defined_by} {'changes' if pool.partial else 'defines'} a session pool"]
    given = pool.argument("replace_triggers_refs")
    if not is_known(given):
        return context.unknown("replace_triggers_refs")
    missing = [trigger for trigger in _TRIGGERS if not isinstance(given, list) or trigger not in given]
    return [f"replace_triggers_refs lacks {' and '.join(missing)}"] if missing else []


RULE = Rule("SessionPoolNotRaw", "error", "Session pools are defined by constructs", _findings)
