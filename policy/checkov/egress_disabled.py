from __future__ import annotations

from session_pool_check import SessionPoolCheck
from session_pool_documents import Resource, is_known


class EgressDisabled(SessionPoolCheck):
    rule_id = "SessionPoolEgressDisabled"

    def findings(self, resource: Resource) -> list[str]:
        status = resource.body_property("sessionNetworkConfiguration.status")
        if status is None:
            return ["sessionNetworkConfiguration.status is not given"]
        enabled = is_known(status) and str(status).lower() != "egressdisabled"
        return [f"sessionNetworkConfiguration.status is '{status}'"] if enabled else []


check = EgressDisabled("Egress of session pools is disabled")
