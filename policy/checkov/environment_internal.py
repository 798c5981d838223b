from __future__ import annotations

from session_pool_check import SessionPoolCheck
from session_pool_documents import Resource, is_known, is_true


class EnvironmentInternal(SessionPoolCheck):
    rule_id = "SessionPoolEnvironmentInternal"
    level = "warning"
    kind = "environment"

    def findings(self, resource: Resource) -> list[str]:
        azurerm = resource.terraform_type == "azurerm_container_app_environment"
        name = "internal_load_balancer_enabled" if azurerm else "vnetConfiguration.internal"
        value = resource.argument(name) if azurerm else resource.body_property(name)
        return [f"{name} is not true"] if is_known(value) and not is_true(value) else []


check = EnvironmentInternal("Container Apps environments of session pools are internal")
