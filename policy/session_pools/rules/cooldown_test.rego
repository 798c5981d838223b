package session_pools.rules.cooldown_test

import data.session_pools.inputs
import data.session_pools.rules.cooldown

seconds(given) := inputs.configuration(inputs.pool({"dynamicPoolConfiguration": {
	"cooldownPeriodInSeconds": null,
	"lifecycleConfiguration": {"cooldownPeriodInSeconds": given},
}}))

test_short if count(cooldown.finding) == 0 with input as seconds(900)

test_not_known if count(cooldown.finding) == 0 with input as seconds("${var.a}")

test_long if inputs.messages(cooldown.finding) == {"cooldownPeriodInSeconds is 901"} with input as seconds("901")

test_parameter if {
	count(cooldown.finding) == 0 with input as seconds(1800) with data.session_pools.parameters as {"maxCooldownPeriodInSeconds": 1800}
}

test_no_number if {
	every given in ["abc", "1e3", true, {}] {
		messages := inputs.messages(cooldown.finding) with input as seconds(given)
		messages == {"cooldownPeriodInSeconds is no number"}
	}
}
