"""Types of ARM."""

from __future__ import annotations

import re
from typing import Any

from .shared import CONSTANTS, KINDS
from .values import fold, has_expression, lower

_ARM_TYPES = sorted(each for each in [*KINDS, *CONSTANTS["deployments"]] if "/" in each)


def arm_type_in(text: Any) -> str | None:
    """The ARM type in lower case, without the API version. Of an expression, the first type that is named in it."""
    if not isinstance(text, str) or "/" not in text:
        return None
    if has_expression(text):
        return next((each for each in _ARM_TYPES if each in lower(text)), None)
    return fold(text).split("@")[0]


def arm_type_of_id(resource_id: str) -> str | None:
    """The ARM type of what has the ID; None where it is none that matters here."""
    path = re.sub(r"\?[\s\S]*\Z", "", lower(resource_id)).rstrip("/")
    for each in _ARM_TYPES:
        _, found, name = path.rpartition(f"/providers/{each}/")
        if found and name and "/" not in name:
            return each
    return None


def type_of(terraform_type: str, text: Any) -> str:
    """The ARM type of a resource of azapi, the type in Terraform of any other."""
    return (arm_type_in(text) if terraform_type.startswith("azapi_") else None) or terraform_type


def is_deployment(each: str | None) -> bool:
    """Whether resources of the type deploy a template."""
    return each in CONSTANTS["deployments"]


def matters(terraform_type: str) -> bool:
    """Whether resources of the type in Terraform can define or change what rules look at."""
    return terraform_type.startswith("azapi_") or terraform_type in KINDS or is_deployment(terraform_type)
