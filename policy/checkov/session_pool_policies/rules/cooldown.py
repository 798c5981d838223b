from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule
from ..values import is_known, number_of

_PATHS = [
    "dynamicPoolConfiguration.lifecycleConfiguration.cooldownPeriodInSeconds",
    "dynamicPoolConfiguration.cooldownPeriodInSeconds",
]


def _findings(pool: Resource, context: Context) -> list[str]:
    found = []
    for given in (pool.body_property(path) for path in _PATHS):
        seconds = number_of(given)
        if not is_known(given):
            found += context.unknown("cooldownPeriodInSeconds")
        elif seconds is not None and (isinstance(seconds, str) or seconds > context.parameters["maxCooldownPeriodInSeconds"]):
            found.append(f"cooldownPeriodInSeconds is {seconds}")
    return found


RULE = Rule("SessionPoolCooldown", "warning", "Idle sessions end soon", _findings)
