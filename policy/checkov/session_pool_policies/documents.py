"""The blocks of a plan and of a cdk.tf.json in one form."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Iterator

from .arm_types import matters, type_of
from .plans import arguments_of, changes_of, configuration_of, marked_arguments, static_address
from .shared import CONSTANTS
from .terraform_locals import locals_of, with_locals
from .values import as_list, entries, has_expression, is_true, texts_in

_BLOCKS = {
    "action", "check", "data", "ephemeral", "import", "locals", "module", "moved", "output", "provider", "removed", "resource",
    "terraform", "variable",
}
_MODULES = re.compile(r"(?:module\.[^.]+\.)*")
_VARIABLE = re.compile(r"\bvar[ \t\r\n]*\.[ \t\r\n]*([\w-]+)", re.ASCII)
_SENSITIVE = re.compile(r"\bsensitive[ \t\r\n]*\(", re.ASCII)
_NONSENSITIVE = re.compile(r"\bnonsensitive\([^()]*\)", re.ASCII)


@dataclass(frozen=True)
class Block:
    """What Terraform creates or changes, or a request that it sends."""

    address: str
    terraform_type: str
    arguments: dict[str, Any]
    provider: str
    module: str = ""
    path: str = ""
    sensitive: tuple[str, ...] = ()


class Document:
    """A plan, a configuration, or neither."""

    def __init__(self, content: Any) -> None:
        wrapped = isinstance(content, dict) and isinstance(content.get("plan"), dict) and "resource_changes" not in content
        self.content: Any = content["plan"] if wrapped else content
        self.kind = _kind_of(self.content)

    @staticmethod
    def read(path: Path) -> Document:
        """The document in the file."""
        return Document(json.loads(path.read_text(encoding="utf-8")))

    @property
    def is_plan(self) -> bool:
        """Whether it is a plan."""
        return self.kind == "plan"

    @cached_property
    def blocks(self) -> list[Block]:
        """What can define or change what rules look at."""
        if self.is_plan:
            return list(self._planned())
        return list(self._configured()) if self.kind == "configuration" else []

    @cached_property
    def changes(self) -> list[dict[str, Any]]:
        """The changes of a plan."""
        return changes_of(self.content) if self.is_plan else []

    @cached_property
    def configuration(self) -> dict[str, dict[str, Any]]:
        """The resources and data sources of the configuration of a plan, by address without indexes."""
        return configuration_of(self.content)

    @cached_property
    def types(self) -> dict[str, str]:
        """The types of everything whose id can be referred to, by address."""
        if self.is_plan:
            return {
                address: type_of(each["type"], each.get("expressions", {}).get("type", {}).get("constant_value"))
                for address, each in self.configuration.items()
            }
        return {
            f"{prefix}{terraform_type}.{name}": type_of(terraform_type, arguments.get("type"))
            for block, prefix in (("resource", ""), ("data", "data."))
            for terraform_type, name, arguments in self._blocks_of(block)
        }

    def provider_default(self, provider: str, name: str) -> Any:
        """What the azapi provider gives to resources that do not have it."""
        if self.is_plan:
            config = self.content.get("configuration", {}).get("provider_config", {}).get(provider, {})
            return config.get("expressions", {}).get(name, {}).get("constant_value")
        for each_name, providers in entries(self.content.get("provider")):
            for each in as_list(providers):
                alias = each.get("alias") if isinstance(each, dict) else None
                if each_name == "azapi" and isinstance(each, dict) and provider == (f"azapi.{alias}" if alias is not None else "azapi"):
                    return with_locals(each.get(name), self._locals)
        return None

    @cached_property
    def _locals(self) -> dict[str, Any]:
        return locals_of(self.content)

    @cached_property
    def _sensitive_variables(self) -> set[str]:
        return {
            name for name, variables in entries(self.content.get("variable")) for each in as_list(variables)
            if isinstance(each, dict) and is_true(each.get("sensitive"))
        }

    def _blocks_of(self, name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
        for terraform_type, by_name in entries(self.content.get(name)):
            for block_name, bodies in entries(by_name):
                for arguments in as_list(bodies):
                    if isinstance(arguments, dict):
                        yield terraform_type, block_name, with_locals(arguments, self._locals)

    def _definitions_of(self, block: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """The blocks with their arguments, which an action has in a block of their own."""
        for terraform_type, name, arguments in self._blocks_of(block):
            for given in as_list(arguments.get("config")) if block == "action" else [arguments]:
                if isinstance(given, dict):
                    yield terraform_type, name, given

    def _configured(self) -> Iterator[Block]:
        for block, prefix in (("resource", ""), ("ephemeral", "ephemeral."), ("action", "action.")):
            for terraform_type, name, arguments in self._definitions_of(block):
                if matters(terraform_type):
                    yield Block(
                        address=f"{prefix}{terraform_type}.{name}",
                        terraform_type=terraform_type,
                        arguments=arguments,
                        provider=arguments.get("provider", "azapi"),
                        path=_path_of(arguments.get("//")),
                        sensitive=tuple(each for each in CONSTANTS["stored"] if self._is_sensitive(arguments.get(each))),
                    )

    def _planned(self) -> Iterator[Block]:
        for change in self.changes:
            after = change["change"].get("after")
            if isinstance(after, dict) and matters(change["type"]):
                static = static_address(change["address"])
                entry = self.configuration.get(static, {})
                yield Block(
                    address=change["address"],
                    terraform_type=change["type"],
                    arguments=arguments_of(change["change"], change.get("expressions", entry.get("expressions", {}))),
                    provider=entry.get("provider_config_key", "azapi"),
                    module=_MODULES.match(static).group(),  # type: ignore[union-attr]
                    sensitive=tuple(marked_arguments(change["change"].get("after_sensitive", {}))),
                )

    def _is_sensitive(self, value: Any) -> bool:
        texts = [_NONSENSITIVE.sub("", text) for text in texts_in(value) if has_expression(text)]
        return any(_SENSITIVE.search(text) or self._sensitive_variables.intersection(_VARIABLE.findall(text)) for text in texts)


def _kind_of(content: Any) -> str:
    if not isinstance(content, dict):
        return "neither"
    changes, planned, configuration = (content.get(name) for name in ("resource_changes", "planned_values", "configuration"))
    if isinstance(changes, list) or (isinstance(planned, dict) and isinstance(configuration, dict)):
        return "plan"
    return "configuration" if _BLOCKS & content.keys() else "neither"


def _path_of(comment: Any) -> str:
    metadata = comment.get("metadata") if isinstance(comment, dict) else None
    path = metadata.get("path") if isinstance(metadata, dict) else None
    return path if isinstance(path, str) else ""
