"""Input in which nothing can be judged is no input that passes."""

from __future__ import annotations

from typing import Any

from .arm_types import is_deployment, type_of
from .documents import Document
from .resources import resources_of
from .shared import KINDS


def input_failures(document: Document, parameters: dict[str, Any]) -> list[str]:
    """Why nothing that is in the document can be relied on."""
    if document.kind == "neither":
        return ["this is neither a configuration, such as cdk.tf.json, nor the output of terraform show -json for a plan"]
    if document.is_plan and document.content.get("errored") is True:
        return ["the plan ended with an error: what is not planned is not judged"]
    if parameters["allowNothingToJudge"] or resources_of(document) or _has_removals(document):
        return []
    return [
        "there is nothing here that can be judged, neither a session pool nor an environment nor a role assignment: "
        "set the parameter allowNothingToJudge where that is right"
    ]


def _has_removals(document: Document) -> bool:
    """A plan that removes what can be judged is one of the right stack."""
    for change in document.changes:
        if change["change"].get("after") is None:
            before = change["change"].get("before")
            removed = type_of(change["type"], before.get("type") if isinstance(before, dict) else None)
            if removed in KINDS or is_deployment(removed):
                return True
    return False
