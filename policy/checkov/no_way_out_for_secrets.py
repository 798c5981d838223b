from __future__ import annotations

from session_pool_check import SessionPoolCheck
from session_pool_documents import Resource, is_known_text
from session_pool_exposure import exposed_identities, exposed_secrets


class NoWayOutForSecrets(SessionPoolCheck):
    rule_id = "SessionPoolNoWayOutForSecrets"
    level = "critical"

    def findings(self, resource: Resource) -> list[str]:
        status = resource.body_property("sessionNetworkConfiguration.status")
        if not is_known_text(status) or str(status).lower() != "egressenabled":
            return []
        identities = [f"identity '{each.get('identity')}' is available in sessions" for each in exposed_identities(resource)]
        return [f"egress is enabled, and {exposed}" for exposed in [*identities, *exposed_secrets(resource)]]


check = NoWayOutForSecrets("Session pools with egress expose neither identities nor secrets")
