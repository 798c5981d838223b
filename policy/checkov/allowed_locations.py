from __future__ import annotations

from session_pool_check import SessionPoolCheck, parameters
from session_pool_documents import Resource, is_known_text


def normalized(location: str) -> str:
    """The name of a region without its display form."""
    return location.lower().replace(" ", "")


class AllowedLocations(SessionPoolCheck):
    rule_id = "SessionPoolAllowedLocations"

    def findings(self, resource: Resource) -> list[str]:
        allowed = {normalized(location) for location in parameters()["allowedLocations"]}
        location = resource.argument("location")
        elsewhere = allowed and is_known_text(location) and normalized(location) not in allowed
        return [f"location is '{location}'"] if elsewhere else []


check = AllowedLocations("Session pools are in allowed regions")
