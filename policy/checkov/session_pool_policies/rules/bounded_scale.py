from __future__ import annotations

from typing import Callable

from ..resources import Resource
from ..rule import Context, Rule
from ..values import fold, is_known, number_of


def _outside(pool: Resource, context: Context, name: str, is_inside: Callable[[float], bool]) -> list[str]:
    value = pool.body_property(f"scaleConfiguration.{name}")
    if value is None:
        return [] if pool.partial else [f"{name} is not given"]
    if not is_known(value):
        return context.unknown(name)
    number = number_of(value)
    return [] if isinstance(number, (int, float)) and is_inside(number) else [f"{name} is {number}"]


def _findings(pool: Resource, context: Context) -> list[str]:
    most = context.parameters["maxConcurrentSessions"]
    failures = _outside(pool, context, "maxConcurrentSessions", lambda number: number <= most)
    if fold(pool.body_property("containerType")) == "customcontainer":
        failures += _outside(pool, context, "readySessionInstances", lambda number: number >= 1)
    return failures


RULE = Rule("SessionPoolBoundedScale", "warning", "Session pools have a ready session and a bounded maximum", _findings)
