from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule
from ..values import entry, fold, is_expression, is_known, is_true


def _findings(pool: Resource, context: Context) -> list[str]:
    settings = pool.body_property("mcpServerSettings")
    if settings is None:
        return []
    if is_expression(settings):
        return context.unknown("mcpServerSettings")
    enabled, disabled = entry(settings, "isMcpServerEnabled"), entry(settings, "isMcpServerApiKeyDisabled")
    if fold(enabled) == "false":
        return []
    if not is_known(disabled):
        return context.unknown("mcpServerSettings.isMcpServerApiKeyDisabled")
    return [] if is_true(disabled) else ["mcpServerSettings.isMcpServerApiKeyDisabled is not true"]


RULE = Rule("SessionPoolMcpApiKeyDisabled", "error", "The API key of the MCP server of session pools is disabled", _findings)
