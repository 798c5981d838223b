from __future__ import annotations

from session_pool_check import SessionPoolCheck, parameters
from session_pool_documents import Resource, number_of

PATHS = [
    "dynamicPoolConfiguration.lifecycleConfiguration.cooldownPeriodInSeconds",
    "dynamicPoolConfiguration.cooldownPeriodInSeconds",
]


class Cooldown(SessionPoolCheck):
    rule_id = "SessionPoolCooldown"
    level = "warning"

    def findings(self, resource: Resource) -> list[str]:
        given = [number_of(resource.body_property(path)) for path in PATHS]
        longest = parameters()["maxCooldownPeriodInSeconds"]
        return [f"cooldownPeriodInSeconds is {seconds}" for seconds in given if seconds is not None and seconds > longest]


check = Cooldown("Idle sessions end soon")
