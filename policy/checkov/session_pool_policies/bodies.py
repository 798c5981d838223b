"""Bodies in one form."""

from __future__ import annotations

from typing import Any, Iterator

from .shared import CONSTANTS
from .values import fold, has_expression

_NAMES = {fold(name): name for name in CONSTANTS["bodyNames"]}


def canonical(value: Any) -> Any:
    """The body with the names of properties in Azure's casing, since ARM compares them without regard to it.

    Where a name is given twice, the one in Azure's casing counts, else the first.
    """
    if isinstance(value, list):
        return [canonical(item) for item in value]
    if not isinstance(value, dict):
        return value
    renamed = {}
    for key in sorted(value):
        name = _canonical_name(key)
        if name == key or (name not in value and name not in renamed):
            renamed[name] = canonical(value[key])
    return renamed


def repeated_names(value: Any) -> Iterator[str]:
    """The names that an object in the body has twice, in different casing."""
    if isinstance(value, dict):
        names = [_canonical_name(key) for key in value]
        yield from {name for name in names if names.count(name) > 1}
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from repeated_names(item)


def repetitions(*values: Any) -> list[str]:
    """The same in words."""
    return [f"'{name}' is given twice, in different casing" for value in values for name in sorted(set(repeated_names(value)))]


def merged(body: Any, sensitive: Any) -> Any:
    """What is sent: the sensitive body over the body."""
    if not isinstance(sensitive, dict):
        return body
    return _union(body, sensitive) if isinstance(body, dict) else sensitive


def hidden_in(arguments: dict[str, Any], body: Any, sensitive: Any) -> list[str]:
    """Properties that are where rules cannot judge them, in words."""
    return [
        *(f"sensitive_body has {path}" for path in _hidden_paths(sensitive)),
        *repetitions(arguments.get("body"), arguments.get("sensitive_body")),
        *(["the name of a property is an expression"] if _has_expression_as_name(_properties_of(body)) else []),
    ]


def _union(body: dict[str, Any], sensitive: dict[str, Any]) -> dict[str, Any]:
    return {**body, **{
        name: _union(body[name], value) if isinstance(value, dict) and isinstance(body.get(name), dict) else value
        for name, value in sensitive.items()
    }}


def _hidden_paths(sensitive: Any) -> list[str]:
    if sensitive is None:
        return []
    if not isinstance(sensitive, dict):
        return ["the whole body"]
    properties = sensitive.get("properties")
    inner = [f"properties.{name}" for name in properties if name != "secrets"] if isinstance(properties, dict) else []
    return [name for name, value in sensitive.items() if name != "properties" or not isinstance(value, dict)] + inner


def _properties_of(body: Any) -> Any:
    return body.get("properties") if isinstance(body, dict) else None


def _has_expression_as_name(value: Any) -> bool:
    if isinstance(value, dict):
        return any(has_expression(name) or _has_expression_as_name(item) for name, item in value.items())
    return isinstance(value, list) and any(_has_expression_as_name(item) for item in value)


def _canonical_name(key: str) -> str:
    return _NAMES.get(fold(key), key)
