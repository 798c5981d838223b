package session_pools.rules.image_digest_test

import data.session_pools.inputs
import data.session_pools.rules.image_digest

image(reference) := inputs.configuration(inputs.container({"image": reference}))

test_digest if count(image_digest.finding) == 0 with input as image(sprintf("a@%s", [inputs.digest]))

test_not_known if count(image_digest.finding) == 0 with input as image("${var.image}")

test_tag if inputs.messages(image_digest.finding) == {"image 'a:1' has no digest"} with input as image("a:1")
