from __future__ import annotations

from session_pool_check import SessionPoolCheck
from session_pool_documents import Resource
from session_pool_exposure import exposed_secrets


class NoSecretInEnvironment(SessionPoolCheck):
    rule_id = "SessionPoolNoSecretInEnvironment"

    def findings(self, resource: Resource) -> list[str]:
        return exposed_secrets(resource)


check = NoSecretInEnvironment("No secret is in the environment of sessions")
