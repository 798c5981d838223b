from __future__ import annotations

from session_pool_check import SessionPoolCheck
from session_pool_documents import Resource


class GaApiVersion(SessionPoolCheck):
    rule_id = "SessionPoolGaApiVersion"
    level = "warning"

    def findings(self, resource: Resource) -> list[str]:
        version = resource.api_version
        return [f"api version '{version}' is a preview"] if version and version.lower().endswith("-preview") else []


check = GaApiVersion("The api version of session pools is generally available")
