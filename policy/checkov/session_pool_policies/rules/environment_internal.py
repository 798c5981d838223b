from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule
from ..shared import ENVIRONMENT
from ..values import is_filled, is_known, is_true


def _findings(environment: Resource, context: Context) -> list[str]:
    azurerm = environment.terraform_type == "azurerm_container_app_environment"
    name = "internal_load_balancer_enabled" if azurerm else "vnetConfiguration.internal"
    value = environment.argument(name) if azurerm else environment.body_property(name)
    if not is_known(value):
        return context.unknown(name)
    if is_true(value) or (environment.partial and not is_filled(value)):
        return []
    return [f"{name} is not true"]


RULE = Rule(
    "SessionPoolEnvironmentInternal", "warning", "Container Apps environments of session pools are internal", _findings, ENVIRONMENT,
)
