"""How a plan is read. What is known only after apply is the expression of the configuration, so that it reads as in cdk.tf.json."""

from __future__ import annotations

import re
from typing import Any, Iterator

from .shared import CONSTANTS
from .values import map_texts

_INDEX = re.compile(r'\[("(?:[^"\\]|\\.)*"|\d+)\]')


def changes_of(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """The changes of managed resources, and the requests of actions, those that are deferred included."""
    changes = [*(plan.get("resource_changes") or []), *(each["resource_change"] for each in plan.get("deferred_changes") or [])]
    actions = [*(plan.get("action_invocations") or []), *(each["action_invocation"] for each in plan.get("deferred_action_invocations") or [])]
    return [*(each for each in changes if each["mode"] == "managed"), *(_change_of(each) for each in actions)]


def _change_of(invocation: dict[str, Any]) -> dict[str, Any]:
    """An action as a change. Nothing in it is computed by the provider, so that all that is unknown is given."""
    unknown = invocation.get("config_unknown") or {}
    change = {"after": invocation.get("config_values"), "after_unknown": unknown, "after_sensitive": invocation.get("config_sensitive")}
    return {"address": invocation["address"], "type": invocation["type"], "change": change, "expressions": {name: {} for name in unknown}}


def static_address(address: str) -> str:
    """The address without indexes."""
    return _INDEX.sub("", address)


def configuration_of(plan: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The resources and data sources of the configuration, by address without indexes."""
    return dict(_walk_modules(plan.get("configuration", {}).get("root_module", {}), ""))


def arguments_of(change: dict[str, Any], expressions: dict[str, Any]) -> dict[str, Any]:
    """The arguments after the change. A plan has nothing of what is write-only."""
    filled = {name: _escaped(value) for name, value in change["after"].items()}
    for name, marks in (change.get("after_unknown") or {}).items():
        # What the provider computes by itself is not given.
        if name in expressions:
            filled[name] = _fill(filled.get(name), marks, _constant(expressions[name]), _reference(expressions[name]))
    if "sensitive_body" in expressions:
        constant = _constant(expressions["sensitive_body"])
        filled["sensitive_body"] = _reference(expressions["sensitive_body"]) if constant is None else constant
    return filled


def marked_arguments(marks: Any) -> list[str]:
    """The arguments that are stored as they are, and have something in them that Terraform marks as sensitive."""
    return [name for name in CONSTANTS["stored"] if isinstance(marks, dict) and _is_marked(marks.get(name))]


def _is_marked(marks: Any) -> bool:
    items = marks.values() if isinstance(marks, dict) else marks if isinstance(marks, list) else ()
    return marks is True or any(_is_marked(item) for item in items)


def _walk_modules(module: dict[str, Any], prefix: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for resource in module.get("resources", []):
        yield prefix + resource["address"], resource
    for name, call in module.get("module_calls", {}).items():
        yield from _walk_modules(call.get("module", {}), f"{prefix}module.{name}.")


def _constant(expression: Any) -> Any:
    return expression.get("constant_value") if isinstance(expression, dict) else None


def _reference(expression: Any) -> str:
    """The only reference as it would be written, with what Terraform lists beside it; several as they come."""
    references = expression.get("references", ["unknown"]) if isinstance(expression, dict) else ["unknown"]
    if all(references[0].startswith(each) for each in references):
        return f"${{{references[0]}}}"
    return "".join(f"${{{each}}}" for each in references)


def _fill(value: Any, marks: Any, constant: Any, fallback: str) -> Any:
    if marks is True:
        return fallback if constant is None else constant
    if isinstance(marks, dict) and isinstance(value, dict):
        constants = constant if isinstance(constant, dict) else {}
        return {**value, **{key: _fill(value.get(key), mark, constants.get(key), fallback) for key, mark in marks.items() if mark}}
    if isinstance(marks, list) and isinstance(value, list):
        at = dict(enumerate(constant if isinstance(constant, list) else []))
        return [_fill(item, marks[index] if index < len(marks) else False, at.get(index), fallback) for index, item in enumerate(value)]
    return value


def _escaped(value: Any) -> Any:
    return map_texts(value, escaped_text)


def escaped_text(text: str) -> str:
    """Literal text as a Terraform template."""
    return text.replace("${", "$${").replace("%{", "%%{")
