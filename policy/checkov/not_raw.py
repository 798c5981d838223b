from __future__ import annotations

from session_pool_check import SessionPoolCheck
from session_pool_documents import Resource, is_known

TRIGGERS = ["properties.containerType", "properties.environmentId"]


class NotRaw(SessionPoolCheck):
    rule_id = "SessionPoolNotRaw"

    def findings(self, resource: Resource) -> list[str]:
        given = resource.argument("replace_triggers_refs")
        if not is_known(given):
            return []
        missing = [trigger for trigger in TRIGGERS if not isinstance(given, list) or trigger not in given]
        return [f"replace_triggers_refs lacks {' and '.join(missing)}"] if missing else []


check = NotRaw("Session pools are defined by constructs")
