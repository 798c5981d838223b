from __future__ import annotations

from session_pool_check import SessionPoolCheck
from session_pool_documents import Resource
from session_pool_exposure import exposed_identities


class NoIdentityInSessions(SessionPoolCheck):
    rule_id = "SessionPoolNoIdentityInSessions"

    def findings(self, resource: Resource) -> list[str]:
        return [f"identity '{each.get('identity')}' has the lifecycle '{each['lifecycle']}'" for each in exposed_identities(resource)]


check = NoIdentityInSessions("No identity is available in sessions")
