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

test_text if {
	count(mcp_api_key_disabled.finding) == 1 with input as settings({"isMcpServerEnabled": "TRUE"})
	count(mcp_api_key_disabled.finding) == 0 with input as settings({"isMcpServerEnabled": "False"})
	count(mcp_api_key_disabled.finding) == 0 with input as settings({"isMcpServerApiKeyDisabled": "True"})
}

test_default if count(mcp_api_key_disabled.finding) == 1 with input as settings({})

found := inputs.messages(mcp_api_key_disabled.finding)

test_no_map if count(mcp_api_key_disabled.finding) == 1 with input as settings([])

test_unknown_in_a_plan if {
	found == {"mcpServerSettings is known only after apply"} with input as inputs.unknown({"mcpServerSettings": inputs.later})
	expected := {"mcpServerSettings.isMcpServerApiKeyDisabled is known only after apply"}
	found == expected with input as inputs.unknown({"mcpServerSettings": {"isMcpServerApiKeyDisabled": inputs.later}})
}
