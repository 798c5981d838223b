package session_pools.rules.mcp_api_key_disabled

import data.session_pools.lib

rule := {"id": "SessionPoolMcpApiKeyDisabled", "level": "error"}

finding contains lib.finding(pool, "mcpServerSettings.isMcpServerApiKeyDisabled is not true") if {
	some pool in lib.pools
	settings := lib.property(pool, "mcpServerSettings")
	is_object(settings)
	is_enabled(object.get(settings, "isMcpServerEnabled", null))
	disabled := object.get(settings, "isMcpServerApiKeyDisabled", null)
	lib.is_known(disabled)
	not lib.is_true(disabled)
}

is_enabled(null)

is_enabled(value) if lib.is_true(value)
