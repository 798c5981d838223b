from __future__ import annotations

from session_pool_check import SessionPoolCheck, parameters
from session_pool_documents import Resource


class RequiredTags(SessionPoolCheck):
    rule_id = "SessionPoolRequiredTags"

    def findings(self, resource: Resource) -> list[str]:
        tags = resource.argument("tags")
        if isinstance(tags, str):
            return []
        names = {name.lower() for name, value in (tags or {}).items() if value not in (None, "")}
        return [f"tag '{required}' is not given" for required in parameters()["requiredTags"] if required.lower() not in names]


check = RequiredTags("Session pools have the required tags")
