"""What blocks define or change of the kinds that rules look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .arm_types import arm_type_in, arm_type_of_id, is_deployment
from .bodies import are_canonical, canonical, hidden_in, merged, names_in, repetitions
from .deployments import arguments_in, resources_in, template_in
from .documents import Block, Document
from .shared import KINDS
from .values import fold, is_filled, is_known, text_of

_ID_REFERENCE = re.compile(r"\$\{((?:data\.)?[a-z]\w*\.[\w-]+)(?:\[[^\]]*\])?\.id\}", re.ASCII)
_IN_BODY = ("identity", "location", "scope", "tags")
_DEFAULTS = {"location": "default_location", "tags": "default_tags"}


@dataclass(frozen=True)
class Target:
    """What a block is about."""

    arm_type: str | None
    defined_by: str
    partial: bool = False


@dataclass
class Resource:
    """A resource as rules see it."""

    document: Document
    block: Block
    kind: str
    defined_by: str
    partial: bool
    arguments: dict[str, Any]
    body: Any
    hidden: list[str]

    @property
    def address(self) -> str:
        """The address in Terraform."""
        return self.block.address

    @property
    def path(self) -> str:
        """The path of the construct; a plan has none."""
        return self.block.path

    @property
    def terraform_type(self) -> str:
        """The type in Terraform."""
        return self.block.terraform_type

    def argument(self, name: str) -> Any:
        """The argument, or None."""
        value = self.arguments.get(name)
        if value is None and name in _IN_BODY and isinstance(self.body, dict):
            value = self.body.get(name)
        if value is None and name in _DEFAULTS and self.defined_by == "azapi_resource":
            return self.document.provider_default(self.block.provider, _DEFAULTS[name])
        return value

    def body_property(self, path: str) -> Any:
        """The value in `properties` of the body, or None. Where only what holds it is text, such as an expression, it is that."""
        value = self.body
        for name in ["properties", *path.split(".")]:
            if isinstance(value, str):
                return value
            value = value.get(name) if isinstance(value, dict) else None
        return value

    def items(self, path: str) -> list[Any]:
        """The items of the list in `properties` of the body; none where it is not given or not known."""
        value = self.body_property(path)
        if isinstance(value, list):
            return value
        return [value] if value is not None and is_known(value) else []

    @cached_property
    def api_version(self) -> str | None:
        """The API version of a resource of azapi, where it is known."""
        given = self.arguments.get("type")
        return given.split("@")[1] if isinstance(given, str) and "@" in given and is_known(given) else None

    def referenced_type(self, value: Any) -> str | None:
        """The type of the resource whose `id` the value is a reference to."""
        reference = _ID_REFERENCE.fullmatch(value) if isinstance(value, str) else None
        return self.document.types.get(self.block.module + reference.group(1)) if reference else None


def resources_of(document: Document) -> list[Resource]:
    """What the document defines or changes."""
    return [resource for block in document.blocks for resource in _resources_of_block(document, block)]


def target_of(terraform_type: str, arguments: dict[str, Any]) -> Target:
    """What a block is about."""
    if terraform_type == "azapi_resource":
        return Target(arm_type_in(arguments.get("type")), terraform_type)
    if terraform_type == "azapi_update_resource":
        return Target(_type_of_request(arguments.get("type"), arguments.get("resource_id"), None), terraform_type, True)
    if terraform_type == "azapi_resource_action":
        return _target_of_action(arguments)
    return Target(None if terraform_type.startswith("azapi_") else terraform_type, terraform_type)


def _resources_of_block(document: Document, block: Block) -> list[Resource]:
    target = target_of(block.terraform_type, block.arguments)
    if is_deployment(target.arm_type):
        return _deployed(document, block)
    kind = KINDS.get(target.arm_type or "")
    if not kind:
        return []
    arguments = block.arguments
    body, sensitive = arguments.get("body"), arguments.get("sensitive_body")
    names = names_in(body) | names_in(sensitive)
    if not are_canonical(names):
        body, sensitive = canonical(body), canonical(sensitive)
    body = merged(body, sensitive)
    if _is_removal(body):
        return []
    hidden = hidden_in(arguments, body, sensitive, names)
    return [Resource(document, block, kind, target.defined_by, target.partial, arguments, body, hidden)]


def _deployed(document: Document, block: Block) -> list[Resource]:
    body, sensitive = block.arguments.get("body"), block.arguments.get("sensitive_body")
    content = template_in(block.arguments.get("template_content"))
    hidden = repetitions(body, sensitive, content)
    template = merged(canonical(body), canonical(sensitive)) if block.terraform_type.startswith("azapi_") else content
    return [
        Resource(
            document, block, kind, "a deployment", found is None, arguments_in(found) if found else {}, found or "${template}", hidden,
        )
        for kind, found in resources_in(template)
    ]


def _target_of_action(arguments: dict[str, Any]) -> Target:
    """Only PUT and PATCH of the resource itself change it; any other request is an action."""
    method, action = arguments.get("method"), arguments.get("action")
    verb = text_of(method).upper() if is_known(method) else "PATCH"
    given_type = _type_of_request(arguments.get("type"), arguments.get("resource_id"), action)
    return Target(given_type if verb in ("PUT", "PATCH") else None, f"azapi_resource_action ({verb})", verb != "PUT")


def _type_of_request(given_type: Any, resource_id: Any, action: Any) -> str | None:
    """The path decides what a request is for; where it is not known, what is named in it, else the type that is given."""
    if is_filled(action):
        return arm_type_of_id(f"{text_of(resource_id)}/{text_of(action)}") if is_known(action) else arm_type_in(action) or arm_type_in(given_type)
    return arm_type_of_id(text_of(resource_id)) or arm_type_in(given_type)


def _is_removal(body: Any) -> bool:
    properties = body.get("properties") if isinstance(body, dict) else None
    request = properties.get("requestType") if isinstance(properties, dict) else None
    return is_filled(request) and is_known(request) and bool(re.search("remove|deactivate", fold(request)))
