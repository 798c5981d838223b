"""HCL, which no rule reads."""

from __future__ import annotations

import re
from typing import Any

from .arm_types import is_deployment
from .resources import target_of
from .shared import KINDS
from .values import as_list, lower, texts_in

_ARM_TYPE = re.compile(r"[A-Za-z0-9.]+(/[A-Za-z0-9]+)+(@[A-Za-z0-9-]+)?", re.ASCII)


def kinds_in_hcl(terraform_type: str, conf: dict[str, Any]) -> set[str]:
    """The kinds of what a block may define or change. Where its type is an expression, it may be any."""
    arguments = {name: as_list(value)[0] if value != [] else None for name, value in conf.items()}
    if terraform_type.startswith("azapi_") and not _ARM_TYPE.fullmatch(str(arguments.get("type"))):
        return set(KINDS.values())
    target = target_of(terraform_type, arguments)
    if is_deployment(target.arm_type):
        return {kind for text in texts_in(conf) for arm_type, kind in KINDS.items() if "/" in arm_type and arm_type in lower(text)}
    return {KINDS[target.arm_type]} if target.arm_type in KINDS else set()
