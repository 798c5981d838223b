from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule


def _findings(pool: Resource, _context: Context) -> list[str]:
    return [f"{name} has a sensitive value" for name in pool.block.sensitive]


RULE = Rule("SessionPoolNoSensitiveValues", "error", "No sensitive value of session pools is stored in clear", _findings)
