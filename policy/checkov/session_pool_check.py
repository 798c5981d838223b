"""What all checks have in common: which file, which level, which exceptions."""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime, timezone
from functools import lru_cache
from pathlib import Path
from typing import Any

from checkov.common.bridgecrew.severities import Severities
from checkov.common.models.enums import CheckCategories, CheckResult
from checkov.terraform.checks.resource.base_resource_check import BaseResourceCheck
from session_pool_documents import Document, Resource

SEVERITIES = {"critical": "CRITICAL", "error": "HIGH", "warning": "LOW"}
DEFAULTS = {
    "allowedLocations": [],
    "levels": {},
    "maxConcurrentSessions": 600,
    "maxCooldownPeriodInSeconds": 900,
    "requiredTags": [],
}


@lru_cache(maxsize=None)
def data() -> dict[str, Any]:
    """The data file that SESSION_POOL_POLICIES names, which is that of the Rego policies too."""
    path = os.environ.get("SESSION_POOL_POLICIES")
    return json.loads(Path(path).read_text(encoding="utf-8")).get("session_pools", {}) if path else {}


def parameters() -> dict[str, Any]:
    """What the rules leave open."""
    return {**DEFAULTS, **data().get("parameters", {})}


@lru_cache(maxsize=None)
def documents_of(scanned_file: str) -> tuple[Document, ...]:
    """Every file that Checkov can mean, since it gives checks only the end of the path."""
    relative = scanned_file.lstrip("/")
    roots = [Path(value) for flag, value in _path_arguments() if flag in ("-d", "--directory")]
    files = [Path(value) for flag, value in _path_arguments() if flag in ("-f", "--file")]
    candidates = [root / relative for root in [*roots, Path.cwd()]]
    candidates += [file for file in files if str(file.resolve()).endswith(f"/{relative}")]
    found = {path.resolve() for path in candidates if path.is_file()}
    if not found:
        raise FileNotFoundError(f"{scanned_file} is in none of the directories and files that Checkov was given")
    return tuple(Document.read(path) for path in sorted(found))


def _path_arguments() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    flag = ""
    for argument in sys.argv[1:]:
        if argument.startswith("-"):
            flag, _, value = argument.partition("=")
            found += [(flag, value)] if value else []
        else:
            found.append((flag, argument))
    return found


class SessionPoolCheck(BaseResourceCheck):
    """A rule as a check. The id of the check is that of the rule after `CKV2_`."""

    rule_id = ""
    level = "error"
    kind = "session-pool"

    def __init__(self, title: str) -> None:
        super().__init__(
            name=title,
            id=f"CKV2_{self.rule_id}",
            categories=[CheckCategories.GENERAL_SECURITY],
            supported_resources=["azapi_resource", "azurerm_container_app_environment", "azurerm_role_assignment"],
        )
        self.level = parameters()["levels"].get(self.rule_id, self.level)
        self.severity = Severities.get(SEVERITIES.get(self.level, "LOW"))

    def findings(self, resource: Resource) -> list[str]:
        """What is wrong with a resource of the kind."""
        raise NotImplementedError

    def run(
        self, scanned_file: str, entity_configuration: dict[str, Any], entity_name: str, entity_type: str, skip_info: Any,
    ) -> dict[str, Any]:
        """Checkov calls it for each resource."""
        address = entity_configuration.get("__address__") or f"{entity_type}.{entity_name}"
        resources = [document.resources[address] for document in documents_of(scanned_file) if address in document.resources]
        resources = [resource for resource in resources if resource.kind == self.kind]
        if skip_info or self.level == "off" or not resources:
            return super().run(scanned_file, entity_configuration, entity_name, entity_type, skip_info)
        failures = [failure for resource in resources for failure in self.findings(resource)]
        accepted, note = self.accepted(resources)
        if failures and accepted:
            return {"result": CheckResult.SKIPPED, "suppress_comment": accepted, "evaluated_keys": []}
        self.details = [f"{self.rule_id}: {address}: {failure}{note}" for failure in failures]
        return {"result": CheckResult.FAILED if failures else CheckResult.PASSED, "evaluated_keys": []}

    def scan_resource_conf(self, conf: dict[str, Any]) -> CheckResult:
        """What is of another kind, or switched off, is in no report."""
        return CheckResult.UNKNOWN

    def accepted(self, resources: list[Resource]) -> tuple[str, str]:
        """The reason for which the rule may be broken here today; else what to say of an exception that has ended."""
        today = datetime.now(timezone.utc).strftime("%Y-%m-%d")
        matching = [
            exception for exception in data().get("exceptions", [])
            if exception.get("ruleId") == self.rule_id and str(exception.get("reason", "")).strip() and _is_day(exception.get("expires"))
            and all(_covers(exception.get("path", ""), resource) for resource in resources)
        ]
        reasons = [exception["reason"] for exception in matching if exception["expires"] >= today]
        ended = max((exception["expires"] for exception in matching), default="")
        return (reasons[0], "") if reasons else ("", f" (was accepted until {ended})" if ended else "")


def _covers(path: str, resource: Resource) -> bool:
    return path in ("", resource.address, resource.path) or resource.path.startswith(f"{path}/")


def _is_day(text: Any) -> bool:
    try:
        return datetime.strptime(str(text), "%Y-%m-%d").strftime("%Y-%m-%d") == text
    except ValueError:
        return False
