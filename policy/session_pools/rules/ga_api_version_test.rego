package session_pools.rules.ga_api_version_test

import data.session_pools.inputs
import data.session_pools.rules.ga_api_version

version(given) := inputs.configuration(object.union(inputs.pool({}), {"type": sprintf("Microsoft.App/sessionPools@%s", [given])}))

test_ga if count(ga_api_version.finding) == 0 with input as version("2026-01-01")

test_not_known if count(ga_api_version.finding) == 0 with input as version("${var.version}-preview")

test_preview if {
	expected := {"API version '2025-10-02-preview' is a preview"}
	inputs.messages(ga_api_version.finding) == expected with input as version("2025-10-02-preview")
}
