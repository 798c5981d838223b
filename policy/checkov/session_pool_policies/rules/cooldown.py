from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule
from ..values import is_known, number_of

_PATHS = [
    "dynamicPoolConfiguration.lifecycleConfiguration.cooldownPeriodInSeconds",
    "dynamicPoolConfiguration.cooldownPeriodInSeconds",
]


def _findings(pool: Resource, context: Context) -> list[str]:
    given = [pool.body_property(path) for path in _PATHS]
    if any(not is_known(value) for value in given):
        return context.unknown("cooldownPeriodInSeconds")
    longest = context.parameters["maxCooldownPeriodInSeconds"]
    numbers = [number_of(value) for value in given]
    return [
        f"cooldownPeriodInSeconds is {seconds}" for seconds in numbers
        if seconds is not None and not (not isinstance(seconds, str) and seconds <= longest)
    ]


RULE = Rule("SessionPoolCooldown", "warning", "Idle sessions end soon", _findings)
