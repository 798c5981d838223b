"""How rules read values. Text is a Terraform template; with an expression in it, the value is not known."""

from __future__ import annotations

import json
import re
from typing import Any, Callable, Iterator

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def has_expression(value: Any) -> bool:
    """Whether text in the value is a template with an expression in it that Terraform evaluates."""
    if isinstance(value, str):
        return "{" in value and bool(re.search(r"[$%]\{", value.replace("$${", "").replace("%%{", "")))
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(has_expression(item) for item in items)


def is_known(value: Any) -> bool:
    """Whether nothing in the value is an expression."""
    return not has_expression(value)


def is_filled(value: Any) -> bool:
    """Whether there is a value, and more than an empty text."""
    return value is not None and value != ""


def is_known_text(value: Any) -> bool:
    """Whether there is a value that is known and not empty."""
    return is_filled(value) and is_known(value)


def is_expression(value: Any) -> bool:
    """Whether the value as a whole is an expression."""
    return isinstance(value, str) and has_expression(value)


def is_true(value: Any) -> bool:
    """Whether it is known to be true. Terraform and ARM take the text as well."""
    return value is True or (isinstance(value, str) and fold(value) == "true")


def text_of(value: Any) -> str:
    """Text as it is, any other value as JSON."""
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def fold(value: Any) -> str:
    """For comparisons without regard to case. Text beyond ASCII stays: its lower case depends on who asks."""
    text = text_of(value)
    return text.lower() if text.isascii() else text


def lower(value: Any) -> str:
    """In lower case, for text whose parts beyond ASCII do not matter."""
    return text_of(value).lower()


def number_of(value: Any) -> float | str | None:
    """The number that is known, also as text; "no number" where what is known is none; None where it is not known or not given."""
    if value is None or not is_known(value):
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return "no number"


def entry(value: Any, name: str) -> Any:
    """The entry of an object, or None."""
    return value.get(name) if isinstance(value, dict) else None


def regex(pattern: str) -> re.Pattern[str]:
    """A pattern that means the same in all engines: `$` is the end of the text, not the end of a line before it."""
    return re.compile(pattern.replace("$", r"\Z"), re.ASCII)


def as_list(value: Any) -> list[Any]:
    """The items of a list, or the value as the only one."""
    return value if isinstance(value, list) else [value]


def entries(value: Any) -> Iterator[tuple[str, Any]]:
    """The entries of an object, or of all objects in a list: in Terraform's JSON every level of blocks may be either."""
    for holder in as_list(value):
        if isinstance(holder, dict):
            yield from holder.items()


def map_texts(value: Any, change: Callable[[str], Any]) -> Any:
    """The value with every text in it changed; keys stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: map_texts(item, change) for key, item in value.items()}
    return [map_texts(item, change) for item in value] if isinstance(value, list) else value


def texts_in(value: Any) -> Iterator[str]:
    """Every text in the value."""
    if isinstance(value, str):
        yield value
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in items:
        yield from texts_in(item)


def objects_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in the value, itself included."""
    if isinstance(value, dict):
        yield value
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in items:
        yield from objects_in(item)
