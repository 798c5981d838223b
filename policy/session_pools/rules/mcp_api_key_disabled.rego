package session_pools.rules.mcp_api_key_disabled

import data.session_pools.lib

rule := {"id": "SessionPoolMcpApiKeyDisabled", "level": "error"}

finding contains lib.finding(pool, message) if {
	some pool in lib.pools
	some message in failures(lib.property(pool, "mcpServerSettings"))
}

failures(null) := set()

failures(settings) := lib.unknown("mcpServerSettings") if {
	lib.is_expression(settings)
} else := set() if {
	settings != null
	lib.fold(lib.entry(settings, "isMcpServerEnabled")) == "false"
} else := lib.unknown("mcpServerSettings.isMcpServerApiKeyDisabled") if {
	settings != null
	not lib.is_known(lib.entry(settings, "isMcpServerApiKeyDisabled"))
} else := {"mcpServerSettings.isMcpServerApiKeyDisabled is not true"} if {
	settings != null
	not lib.is_true(lib.entry(settings, "isMcpServerApiKeyDisabled"))
}
