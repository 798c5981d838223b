"""Resources in the templates of deployments, at any depth: lists of resources, named resources, templates in templates."""

from __future__ import annotations

import json
import re
from typing import Any, Iterator

from .arm_types import arm_type_in, arm_type_named_in
from .bodies import canonical
from .plans import escaped_text
from .shared import KINDS
from .values import has_expression, is_known, map_texts, objects_in, text_of, texts_in

_OBJECT = re.compile(r"[ \t\r\n]*\{")
_ARM_EXPRESSION = re.compile(r"\[(?!\[)[\s\S]*\]")


def resources_in(template: Any) -> list[tuple[str, dict[str, Any] | None]]:
    """The kinds and the resources. Where none is to be seen, only its type in an expression, nothing else of it is known."""
    found: list[tuple[str, dict[str, Any] | None]] = list(_found_in(map_texts(canonical(template), _as_terraform)))
    named = {KINDS.get(arm_type_named_in(text) or "") for text in texts_in(template) if has_expression(text) or _OBJECT.match(text)}
    return found or [(kind, None) for kind in sorted(kind for kind in named if kind)]


def template_in(content: Any) -> Any:
    """The template in a text, in which texts are Terraform templates; the text itself where it is no JSON that is known."""
    if not isinstance(content, str) or not is_known(content):
        return content
    try:
        return map_texts(json.loads(content.replace("$${", "${").replace("%%{", "%{")), escaped_text)
    except ValueError:
        return content


def arguments_in(resource: dict[str, Any]) -> dict[str, Any]:
    """The arguments that an azapi resource would have."""
    version = resource.get("apiVersion", "undefined")
    return {"scope": "/", **resource, "type": f"{text_of(resource['type'])}@{text_of(version)}"}


def _found_in(template: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for resource in objects_in(template):
        kind = KINDS.get(arm_type_in(resource.get("type")) or "")
        if kind and resource.get("existing") is not True:
            yield kind, resource


def _as_terraform(text: str) -> str:
    """Expressions of ARM as those of Terraform: neither is known."""
    return f"${{{re.sub('[{}]', '', text)}}}" if _ARM_EXPRESSION.fullmatch(text) else text
