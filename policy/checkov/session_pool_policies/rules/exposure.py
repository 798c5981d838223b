"""What code in the sessions can get hold of."""

from __future__ import annotations

from typing import Any

from ..resources import Resource
from ..shared import CONSTANTS
from ..values import as_list, entry, fold, is_known, is_known_text, regex, text_of

_SECRET_NAME = regex(CONSTANTS["secretName"])
_SECRET_VALUE = regex("|".join(CONSTANTS["secretValue"]))


def exposed_identities(pool: Resource) -> list[Any]:
    """The identities whose tokens the sessions get. Azure's default is none."""
    lifecycles = [(each, entry(each, "lifecycle")) for each in pool.items("managedIdentitySettings")]
    return [each for each, lifecycle in lifecycles if is_known_text(lifecycle) and fold(lifecycle) != "none"]


def variables_of(pool: Resource) -> list[Any]:
    """The environment variables of the containers. A list that is none is taken for its only item."""
    containers = pool.items("customContainerTemplate.containers")
    return [variable for container in containers for variable in as_list(entry(container, "env"))]


def exposed_secrets(pool: Resource) -> list[str]:
    """What in the environments of the containers is a secret, in words that do not repeat it."""
    found = [_exposed_secret(variable) for variable in variables_of(pool)]
    return [message for message in found if message]


def _exposed_secret(variable: Any) -> str | None:
    name, value, secret_ref = (entry(variable, key) for key in ("name", "value", "secretRef"))
    if is_known_text(secret_ref):
        return f"environment variable '{text_of(name)}' has the secret '{text_of(secret_ref)}'"
    if not is_known_text(value):
        return None
    if _SECRET_VALUE.search(text_of(value)):
        return f"environment variable '{text_of(name)}' has a literal that looks like a secret"
    if is_known(name) and _SECRET_NAME.search(fold(name)):
        return f"environment variable '{text_of(name)}' has a literal and the name of a secret"
    return None
