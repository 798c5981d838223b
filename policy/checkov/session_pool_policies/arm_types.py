"""Types of ARM."""

from __future__ import annotations

import re
from typing import Any

from .shared import CONSTANTS, KINDS
from .values import fold, has_expression, lower

# Segments that the next ones take back are followed this deep.
_DETOURS = 3
_ARM_TYPES = sorted(each for each in [*KINDS, *CONSTANTS["deployments"]] if "/" in each)


def arm_type_in(text: Any) -> str | None:
    """The ARM type in lower case, without the API version. Of an expression, the first type that is named in it."""
    if not isinstance(text, str) or "/" not in text:
        return None
    if has_expression(text):
        return arm_type_named_in(text)
    return re.sub("/{2,}", "/", fold(re.sub(r"[ \t\r\n]", "", text.split("@")[0]))).strip("/")


def arm_type_named_in(text: str) -> str | None:
    """The first ARM type that is named in the text."""
    return next((each for each in _ARM_TYPES if each in lower(text)), None)


def arm_type_of_id(resource_id: str) -> str | None:
    """The ARM type of what has the ID; None where it is none that matters here."""
    path = _path_of(resource_id)
    for each in _ARM_TYPES:
        _, found, name = path.rpartition(f"/providers/{each}/")
        if found and name and "/" not in name:
            return each
    return None


def _path_of(resource_id: str) -> str:
    """The path of the resource that a request with the ID is for: in lower case, and without what ARM leaves out or undoes."""
    text = lower(re.sub(r"[?#][\s\S]*\Z", "", resource_id))
    decoded = re.sub("%([2-7][0-9a-f])", lambda code: chr(int(code.group(1), 16)), text).lower()
    path = re.sub(r"/(\./)+", "/", re.sub("/{2,}", "/", f"{decoded}/"))
    for _ in range(_DETOURS):
        path = re.sub(r"/[^/]+/\.\./", "/", path)
    return path.removesuffix("/")


def type_of(terraform_type: str, text: Any) -> str:
    """The ARM type of a resource of azapi, the type in Terraform of any other."""
    return (arm_type_in(text) if terraform_type.startswith("azapi_") else None) or terraform_type


def is_deployment(each: str | None) -> bool:
    """Whether resources of the type deploy a template."""
    return each in CONSTANTS["deployments"]


def matters(terraform_type: str) -> bool:
    """Whether resources of the type in Terraform can define or change what rules look at."""
    return terraform_type.startswith("azapi_") or terraform_type in KINDS or is_deployment(terraform_type)
