from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule


def _findings(pool: Resource, _context: Context) -> list[str]:
    return list(pool.hidden)


RULE = Rule("SessionPoolNoHiddenProperties", "error", "Everything of session pools can be judged", _findings)
