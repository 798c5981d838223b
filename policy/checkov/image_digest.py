from __future__ import annotations

import re

from session_pool_check import SessionPoolCheck
from session_pool_documents import Resource, is_known


class ImageDigest(SessionPoolCheck):
    rule_id = "SessionPoolImageDigest"
    level = "warning"

    def findings(self, resource: Resource) -> list[str]:
        images = [container.get("image") for container in resource.items("customContainerTemplate.containers")]
        return [
            f"image '{image}' has no digest" for image in images
            if image is not None and is_known(image) and not re.search(r"@sha256:[0-9a-f]{64}$", str(image))
        ]


check = ImageDigest("Images of session pools are pinned by digest")
