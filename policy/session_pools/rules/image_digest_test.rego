package session_pools.rules.image_digest_test

import data.session_pools.inputs
import data.session_pools.rules.image_digest

image(reference) := inputs.configuration(inputs.container({"image": reference}))

test_digest if count(image_digest.finding) == 0 with input as image(sprintf("a@%s", [inputs.digest]))

test_not_known if count(image_digest.finding) == 0 with input as image("${var.image}")

test_tag if inputs.messages(image_digest.finding) == {"image 'a:1' has no digest"} with input as image("a:1")

test_longer_digest if {
	reference := sprintf("a@sha512:%s", [concat("", [digits | some _ in numbers.range(1, 16); digits := "0123abcd"])])
	count(image_digest.finding) == 0 with input as image(reference)
}

test_unknown_in_a_plan if {
	expected := {"the image of a container is known only after apply"}
	document := inputs.unknown({"customContainerTemplate": {"containers": [{"image": inputs.later}]}})
	inputs.messages(image_digest.finding) == expected with input as document
}

test_no_image if count(image_digest.finding) == 0 with input as image(null)
