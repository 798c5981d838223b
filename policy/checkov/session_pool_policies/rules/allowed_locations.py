from __future__ import annotations

from typing import Any

from ..resources import Resource
from ..rule import Context, Rule
from ..values import is_known, lower, text_of


def _normalized(location: Any) -> str:
    """The name of a region without its display form."""
    return lower(location).replace(" ", "")


def _findings(pool: Resource, context: Context) -> list[str]:
    allowed = {_normalized(location) for location in context.parameters["allowedLocations"]}
    location = pool.argument("location")
    if not allowed:
        return []
    if location is None:
        return [] if pool.partial else ["location is not given"]
    if not is_known(location):
        return context.unknown("location")
    return [] if _normalized(location) in allowed else [f"location is '{text_of(location)}'"]


RULE = Rule("SessionPoolAllowedLocations", "error", "Session pools are in allowed regions", _findings)
