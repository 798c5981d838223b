from __future__ import annotations

from typing import Callable

from session_pool_check import SessionPoolCheck, parameters
from session_pool_documents import Resource, number_of


def out_of_range(pool: Resource, name: str, is_outside: Callable[[float], bool]) -> list[str]:
    """What is wrong with a number of the scale configuration."""
    value = pool.body_property(f"scaleConfiguration.{name}")
    if value is None:
        return [f"{name} is not given"]
    number = number_of(value)
    return [f"{name} is {number}"] if number is not None and is_outside(number) else []


class BoundedScale(SessionPoolCheck):
    rule_id = "SessionPoolBoundedScale"
    level = "warning"

    def findings(self, resource: Resource) -> list[str]:
        most = parameters()["maxConcurrentSessions"]
        failures = out_of_range(resource, "maxConcurrentSessions", lambda number: number > most)
        if str(resource.body_property("containerType")).lower() == "customcontainer":
            failures += out_of_range(resource, "readySessionInstances", lambda number: number < 1)
        return failures


check = BoundedScale("Session pools have a ready session and a bounded maximum")
