"""The resources of `terraform show -json` and of cdk.tf.json in one form, and how rules read them.

Text is a Terraform template. With an expression in it, a value is not known, and no rule claims anything of it.
"""

from __future__ import annotations

import json
import re
from functools import cached_property
from pathlib import Path
from typing import Any, Iterator

POOL = "microsoft.app/sessionpools"
KINDS = {
    POOL: "session-pool",
    "microsoft.app/managedenvironments": "environment",
    "azurerm_container_app_environment": "environment",
    "microsoft.authorization/roleassignments": "role-assignment",
    "azurerm_role_assignment": "role-assignment",
}

_ID_REFERENCE = re.compile(r"(?<![\w.-])((?:data\.)?[a-z]\w*\.[\w-]+)(?:\[[^\]]*\])?\.id\b")
_INDEX = re.compile(r'\[("[^"]*"|\d+)\]')
_MODULES = re.compile(r"^(?:module\.[^.]+\.)*")


def has_expression(value: Any) -> bool:
    """Whether text in the value is a template with an expression in it that Terraform evaluates."""
    if isinstance(value, str):
        return bool(re.search(r"[$%]\{", value.replace("$${", "").replace("%%{", "")))
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(has_expression(item) for item in items)


def is_known(value: Any) -> bool:
    """Whether nothing in the value is an expression."""
    return not has_expression(value)


def is_known_text(value: Any) -> bool:
    """Whether there is a value that is known and not empty."""
    return value not in (None, "") and is_known(value)


def is_true(value: Any) -> bool:
    """Whether it is known to be true."""
    return value in (True, "true")


def number_of(value: Any) -> float | None:
    """The number where it is known."""
    if not is_known_text(value) or isinstance(value, bool):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return int(number) if number.is_integer() else number


def type_of(terraform_type: str, arguments: dict[str, Any]) -> str:
    """The ARM type of a resource of azapi in lower case, the type in Terraform of any other."""
    arm_type = arguments.get("type")
    return arm_type.split("@")[0].lower() if isinstance(arm_type, str) and "/" in arm_type else terraform_type


class Resource:
    """A resource as rules see it."""

    def __init__(self, document: Document, address: str, terraform_type: str, arguments: dict[str, Any], provider: str, path: str = "") -> None:
        self.document = document
        self.address = address
        self.terraform_type = terraform_type
        self.arguments = arguments
        self.provider = provider
        self.path = path
        self.kind = KINDS.get(type_of(terraform_type, arguments))

    def argument(self, name: str) -> Any:
        """The argument, or None."""
        value = self.arguments.get(name)
        if value is None and name == "tags" and self.terraform_type == "azapi_resource":
            return self.document.default_tags(self.provider)
        return value

    def body_property(self, path: str) -> Any:
        """The value in `properties` of the body, or None. Where only what holds it is an expression, it is that."""
        value = self.arguments.get("body")
        for name in ["properties", *path.split(".")]:
            if isinstance(value, str):
                return value
            value = value.get(name) if isinstance(value, dict) else None
        return value

    def items(self, path: str) -> list[dict[str, Any]]:
        """The objects in the list in `properties` of the body; none where it is not given or not known."""
        value = self.body_property(path)
        return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []

    @property
    def api_version(self) -> str | None:
        """The api version of a resource of azapi, where it is known."""
        arm_type = self.arguments.get("type")
        return arm_type.split("@")[1] if isinstance(arm_type, str) and "@" in arm_type and is_known(arm_type) else None

    def referenced_type(self, value: Any) -> str | None:
        """The type of the resource whose `id` the value refers to."""
        if not isinstance(value, str) or not has_expression(value):
            return None
        module = _MODULES.match(_INDEX.sub("", self.address)).group()  # type: ignore[union-attr]
        types = self.document.types
        found = [types[module + address] for address in _ID_REFERENCE.findall(value) if module + address in types]
        arm_types = [each for each in found if "/" in each and each in KINDS]
        return (arm_types + found + [None])[0]


class Document:
    """A plan or a cdk.tf.json."""

    def __init__(self, content: dict[str, Any]) -> None:
        self.content = content.get("plan", content)
        self.is_plan = "resource_changes" in self.content

    @staticmethod
    def read(path: Path) -> Document:
        """The document in the file."""
        return Document(json.loads(path.read_text(encoding="utf-8")))

    @cached_property
    def resources(self) -> dict[str, Resource]:
        """The resources that rules look at, by address."""
        found = self._planned() if self.is_plan else self._configured()
        return {resource.address: resource for resource in found if resource.kind}

    @cached_property
    def configuration(self) -> dict[str, dict[str, Any]]:
        """The resources and data sources of the configuration of a plan, by address without indexes."""
        return dict(_walk_modules(self.content.get("configuration", {}).get("root_module", {}), ""))

    @cached_property
    def types(self) -> dict[str, str]:
        """The types of everything whose id can be referred to, by address."""
        if self.is_plan:
            return {
                address: type_of(entry["type"], {"type": entry.get("expressions", {}).get("type", {}).get("constant_value")})
                for address, entry in self.configuration.items()
            }
        return {
            f"{prefix}{terraform_type}.{name}": type_of(terraform_type, arguments)
            for block, prefix in (("resource", ""), ("data", "data."))
            for terraform_type, name, arguments in self._blocks(block)
        }

    def default_tags(self, provider: str) -> Any:
        """The tags that the provider gives to resources without any."""
        if self.is_plan:
            config = self.content.get("configuration", {}).get("provider_config", {}).get(provider, {})
            return config.get("expressions", {}).get("default_tags", {}).get("constant_value")
        providers = self.content.get("provider", {}).get("azapi", [])
        aliases = {"azapi" + (f".{each['alias']}" if each.get("alias") else ""): each for each in providers}
        return aliases.get(provider, {}).get("default_tags")

    def _blocks(self, block: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
        for terraform_type, by_name in self.content.get(block, {}).items():
            for name, arguments in by_name.items():
                yield terraform_type, name, arguments

    def _configured(self) -> Iterator[Resource]:
        for terraform_type, name, arguments in self._blocks("resource"):
            path = arguments.get("//", {}).get("metadata", {}).get("path", "")
            yield Resource(self, f"{terraform_type}.{name}", terraform_type, arguments, arguments.get("provider", "azapi"), path)

    def _planned(self) -> Iterator[Resource]:
        for change in self.content["resource_changes"]:
            after = change["change"].get("after")
            if change["mode"] == "managed" and isinstance(after, dict):
                entry = self.configuration.get(_INDEX.sub("", change["address"]), {})
                unknown = change["change"].get("after_unknown", {})
                arguments = _filled(after, unknown, entry.get("expressions", {}))
                yield Resource(self, change["address"], change["type"], arguments, entry.get("provider_config_key", "azapi"))


def _walk_modules(module: dict[str, Any], prefix: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for resource in module.get("resources", []):
        yield prefix + resource["address"], resource
    for name, call in module.get("module_calls", {}).items():
        yield from _walk_modules(call.get("module", {}), f"{prefix}module.{name}.")


def _filled(after: dict[str, Any], unknown: dict[str, Any], expressions: dict[str, Any]) -> dict[str, Any]:
    """What is known only after apply is the expression of the configuration, so that it reads as in cdk.tf.json."""
    filled = {name: _escaped(value) for name, value in after.items()}
    for name, marks in unknown.items():
        # What the provider computes by itself is not given.
        if name in expressions:
            references = expressions[name].get("references", ["unknown"]) if isinstance(expressions[name], dict) else ["unknown"]
            constant = expressions[name].get("constant_value") if isinstance(expressions[name], dict) else None
            filled[name] = _fill(filled.get(name), marks, constant, "".join(f"${{{each}}}" for each in references))
    return filled


def _fill(value: Any, marks: Any, constant: Any, fallback: str) -> Any:
    if marks is True:
        return fallback if constant is None else constant
    if isinstance(marks, dict) and isinstance(value, dict):
        constants = constant if isinstance(constant, dict) else {}
        return {**value, **{key: _fill(value.get(key), mark, constants.get(key), fallback) for key, mark in marks.items() if mark}}
    if isinstance(marks, list) and isinstance(value, list):
        constants = constant if isinstance(constant, list) else []
        at = dict(enumerate(constants))
        return [_fill(item, marks[index] if index < len(marks) else False, at.get(index), fallback) for index, item in enumerate(value)]
    return value


def _escaped(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("${", "$${").replace("%{", "%%{")
    if isinstance(value, dict):
        return {key: _escaped(item) for key, item in value.items()}
    return [_escaped(item) for item in value] if isinstance(value, list) else value
