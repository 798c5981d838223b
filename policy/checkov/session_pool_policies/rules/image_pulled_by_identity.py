from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule
from ..values import entry, is_expression, is_filled, is_known, is_known_text

_PASSWORDS = ("username", "passwordSecretRef")


def _findings(pool: Resource, context: Context) -> list[str]:
    credentials = pool.body_property("customContainerTemplate.registryCredentials")
    if credentials is None:
        return []
    if is_expression(credentials):
        return context.unknown("registryCredentials")
    passwords = [name for name in _PASSWORDS if is_known_text(entry(credentials, name))]
    if passwords:
        return [f"registryCredentials has {' and '.join(passwords)}"]
    if any(is_expression(entry(credentials, name)) for name in _PASSWORDS):
        return context.unknown("the user name or password in registryCredentials")
    lacking = not is_filled(entry(credentials, "identity")) and not pool.partial and is_known(credentials)
    return ["registryCredentials has no identity"] if lacking else []


RULE = Rule("SessionPoolImagePulledByIdentity", "error", "Images of session pools are pulled by an identity", _findings)
