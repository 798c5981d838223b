package session_pools.rules.image_digest

import data.session_pools.lib

rule := {"id": "SessionPoolImageDigest", "level": "warning"}

finding contains lib.finding(pool, sprintf("image '%s' has no digest", [container.image])) if {
	some pool in lib.pools
	some container in lib.items(pool, "customContainerTemplate.containers")
	container.image != null
	lib.is_known(container.image)
	not regex.match(`@sha256:[0-9a-f]{64}$`, container.image)
}
