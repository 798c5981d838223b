from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule
from ..values import entry, is_known, regex, text_of

_DIGEST = regex("@(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$")


def _findings(pool: Resource, context: Context) -> list[str]:
    images = [entry(container, "image") for container in pool.items("customContainerTemplate.containers")]
    found = [
        f"image '{text_of(image)}' has no digest" for image in images
        if image is not None and is_known(image) and not _DIGEST.search(text_of(image))
    ]
    return found + (context.unknown("the image of a container") if any(not is_known(image) for image in images) else [])


RULE = Rule("SessionPoolImageDigest", "warning", "Images of session pools are pinned by digest", _findings)
