"""What a rule is, and all rules."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable

from .resources import Resource
from .shared import POOL


@dataclass(frozen=True)
class Context:
    """What a rule knows beside the resource."""

    parameters: dict[str, Any]
    is_plan: bool

    def unknown(self, what: str) -> list[str]:
        """What is only known after apply is unknown to everybody who looks at the plan. In a configuration nothing is said of it."""
        return [f"{what} is known only after apply"] if self.is_plan and not self.parameters["allowUnknownAfterApply"] else []


@dataclass(frozen=True)
class Rule:
    """A rule: what is wrong with a resource of the kind, one text for each finding."""

    rule_id: str
    level: str
    title: str
    findings: Callable[[Resource, Context], list[str]]
    kind: str = POOL


def all_rules() -> list[Rule]:
    """The rules, one in each module in the directory of rules."""
    names = sorted(path.stem for path in (Path(__file__).parent / "rules").glob("*.py") if path.stem != "exposure")
    return [importlib.import_module(f"{__package__}.rules.{name}").RULE for name in names]


