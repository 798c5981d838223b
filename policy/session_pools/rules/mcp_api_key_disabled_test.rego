package session_pools.rules.mcp_api_key_disabled_test

import data.session_pools.inputs
import data.session_pools.rules.mcp_api_key_disabled

settings(given) := inputs.configuration(inputs.pool({"mcpServerSettings": given}))

test_none if count(mcp_api_key_disabled.finding) == 0 with input as settings(null)

test_off if count(mcp_api_key_disabled.finding) == 0 with input as settings({"isMcpServerEnabled": false})

test_disabled if {
	given := {"isMcpServerApiKeyDisabled": true, "isMcpServerEnabled": true}
	count(mcp_api_key_disabled.finding) == 0 with input as settings(given)
}

test_enabled if count(mcp_api_key_disabled.finding) == 1 with input as settings({"isMcpServerEnabled": true})

test_default if count(mcp_api_key_disabled.finding) == 1 with input as settings({})
