"""What code in the sessions can get hold of."""

from __future__ import annotations

import re
from typing import Any

from session_pool_documents import Resource, is_known, is_known_text

SECRET_NAME = re.compile(
    r"(password|passwd|secret|token|api[_-]?key|access[_-]?key|account[_-]?key|private[_-]?key|connection[_-]?string|credentials?)$",
    re.IGNORECASE,
)
SECRET_VALUE = re.compile("|".join([
    r"(AccountKey|SharedAccessKey|Password|Pwd)=[^;]+",
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
    r"^eyJ[A-Za-z0-9_-]+\.eyJ[A-Za-z0-9_-]+\.",
    r"^(sk-|ghp_|github_pat_|glpat-|xox[abprs]-)[A-Za-z0-9_-]{16,}",
    r"^AKIA[0-9A-Z]{16}$",
    r"[a-z]://[^/:@ ]+:[^/:@ ]+@",
    r"[?&]sig=[A-Za-z0-9%+/]{16,}",
]))


def exposed_identities(pool: Resource) -> list[dict[str, Any]]:
    """The identities whose tokens the sessions get."""
    settings = pool.items("managedIdentitySettings")
    return [each for each in settings if is_known_text(each.get("lifecycle")) and str(each["lifecycle"]).lower() != "none"]


def exposed_secrets(pool: Resource) -> list[str]:
    """What in the environments of the containers is a secret, in words that do not repeat it."""
    containers = pool.items("customContainerTemplate.containers")
    variables = [variable for container in containers if isinstance(container.get("env"), list) for variable in container["env"]]
    found = [_exposed_secret(variable) for variable in variables if isinstance(variable, dict)]
    return [message for message in found if message]


def _exposed_secret(variable: dict[str, Any]) -> str | None:
    name, value, secret_ref = (variable.get(key) for key in ("name", "value", "secretRef"))
    if is_known_text(secret_ref):
        return f"environment variable '{name}' has the secret '{secret_ref}'"
    if not is_known_text(value):
        return None
    if SECRET_VALUE.search(str(value)):
        return f"environment variable '{name}' has a literal that looks like a secret"
    if is_known(name) and SECRET_NAME.search(str(name)):
        return f"environment variable '{name}' has a literal and the name of a secret"
    return None
