package session_pools.rules.image_digest

import data.session_pools.lib

rule := {"id": "SessionPoolImageDigest", "level": "warning"}

finding contains lib.finding(pool, message) if {
	some pool in lib.pools
	some container in lib.items(pool, "customContainerTemplate.containers")
	some message in failures(lib.entry(container, "image"))
}

failures(null) := set()

failures(image) := lib.unknown("the image of a container") if {
	not lib.is_known(image)
} else := {sprintf("image '%s' has no digest", [lib.as_text(image)])} if {
	image != null
	not regex.match(`@(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$`, lib.as_text(image))
}
