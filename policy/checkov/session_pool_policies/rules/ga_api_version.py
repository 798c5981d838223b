from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule


def _findings(pool: Resource, _context: Context) -> list[str]:
    version = pool.api_version
    return [f"API version '{version}' is a preview"] if version and version.lower().endswith("-preview") else []


RULE = Rule("SessionPoolGaApiVersion", "warning", "The API version of session pools is generally available", _findings)
