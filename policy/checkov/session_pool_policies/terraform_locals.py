"""Locals of a configuration. A plan has their values."""

from __future__ import annotations

import re
from typing import Any

from .values import entries, map_texts, text_of

# Locals that refer to locals are followed this far.
_ROUNDS = 3
_WHOLE = re.compile(r"\$\{[ \t\r\n]*local\.([\w-]+(?:\.[\w-]+)*)[ \t\r\n]*\}", re.ASCII)
_PART = re.compile(r"\$\$\{|\$\{[ \t\r\n]*local\.([\w-]+)[ \t\r\n]*\}", re.ASCII)


def locals_of(configuration: dict[str, Any]) -> dict[str, Any]:
    """The locals of a configuration by name, with the locals in them followed."""
    found = dict(entries(configuration.get("locals")))
    for _ in range(_ROUNDS):
        found = {name: with_locals(value, found) for name, value in found.items()}
    return found


def with_locals(value: Any, found: dict[str, Any]) -> Any:
    """The value with locals in the place of the references to them."""
    return map_texts(value, lambda text: _substituted(text, found)) if found else value


def _substituted(text: str, found: dict[str, Any]) -> Any:
    whole = _WHOLE.fullmatch(text)
    if whole:
        value: Any = found
        for name in whole.group(1).split("."):
            value = value.get(name) if isinstance(value, dict) else None
        if value is not None:
            return value

    def local(reference: re.Match[str]) -> str:
        value = found.get(reference.group(1))
        return text_of(value) if isinstance(value, (str, int, float)) else reference.group()

    return _PART.sub(local, text)
