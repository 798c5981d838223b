from __future__ import annotations

from session_pool_check import SessionPoolCheck
from session_pool_documents import Resource, is_known, is_true


class McpApiKeyDisabled(SessionPoolCheck):
    rule_id = "SessionPoolMcpApiKeyDisabled"

    def findings(self, resource: Resource) -> list[str]:
        settings = resource.body_property("mcpServerSettings")
        if not isinstance(settings, dict):
            return []
        enabled, disabled = settings.get("isMcpServerEnabled"), settings.get("isMcpServerApiKeyDisabled")
        if enabled is not None and not is_true(enabled):
            return []
        return ["mcpServerSettings.isMcpServerApiKeyDisabled is not true"] if is_known(disabled) and not is_true(disabled) else []


check = McpApiKeyDisabled("The api key of the MCP server of session pools is disabled")
