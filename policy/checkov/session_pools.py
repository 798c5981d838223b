"""The rules as checks of Checkov, with the ids of the rules after `CKV2_`. SESSION_POOL_POLICIES names the data file."""

from __future__ import annotations

import logging
import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any, Iterator

sys.path.insert(0, str(Path(__file__).resolve().parent))

from checkov.common.bridgecrew.severities import Severities
from checkov.common.models.enums import CheckCategories, CheckResult
from checkov.terraform.checks.resource.base_resource_check import BaseResourceCheck

from session_pool_policies.checkov_internals import CONFIGURATION, PLAN, Run, current_run, file_that_is_scanned
from session_pool_policies.data_file import DataFile, DataFileError
from session_pool_policies.documents import Document
from session_pool_policies.hcl import kinds_in_hcl
from session_pool_policies.resources import Resource, resources_of
from session_pool_policies.rule import Rule, all_rules
from session_pool_policies.shared import CONSTANTS, KINDS
from session_pool_policies.verdicts import Judge, addresses_in, data_details, described, input_details

SEVERITIES = {"critical": "CRITICAL", "error": "HIGH", "warning": "LOW"}
RESOURCES = ["azapi_resource", "azapi_update_resource", "azapi_resource_action"]
RESOURCES += [each for each in [*KINDS, *CONSTANTS["deployments"]] if "/" not in each]
RULES = all_rules()


def _judge() -> tuple[Judge | None, list[str]]:
    """The rules with the data file, or what is wrong with it."""
    path = os.environ.get("SESSION_POOL_POLICIES")
    if not path:
        return None, ["session_pools.parameters must be given: SESSION_POOL_POLICIES must name a data file, such as policy/data.json"]
    try:
        data = DataFile.read(Path(path), [rule.rule_id for rule in RULES])
    except DataFileError as error:
        return None, error.failures
    except OSError as error:
        return None, [f"the data file cannot be read: {error}"]
    for note in data.notes:
        logging.warning("SessionPoolData: %s", note)
    return Judge(RULES, data), []


JUDGE, DATA_FAILURES = _judge()


@lru_cache(maxsize=None)
def document_of(path: Path) -> Document:
    """The document in a file."""
    return Document.read(path)


@lru_cache(maxsize=None)
def resources_by_address(path: Path) -> dict[str, list[Resource]]:
    """What rules look at in a file, by address."""
    found: dict[str, list[Resource]] = {}
    for resource in resources_of(document_of(path)):
        found.setdefault(resource.address, []).append(resource)
    return found


class SessionPoolCheck(BaseResourceCheck):
    """A rule as a check."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(
            name=rule.title, id=f"CKV2_{rule.rule_id}", categories=[CheckCategories.GENERAL_SECURITY], supported_resources=RESOURCES,
        )
        self.rule = rule
        self.level = JUDGE.level_of(rule) if JUDGE else rule.level
        self.severity = Severities.get(SEVERITIES.get(self.level, "LOW"))

    def run(
        self, scanned_file: str, entity_configuration: dict[str, Any], entity_name: str, entity_type: str, skip_info: Any,
    ) -> dict[str, Any]:
        """Checkov calls it for each resource, and takes an exception for nothing to say."""
        self.details = []
        try:
            if skip_info or self.level == "off":
                return super().run(scanned_file, entity_configuration, entity_name, entity_type, skip_info)
            return self._result(entity_configuration, entity_name, entity_type)
        except Exception as error:
            return self._failed([f"{self.rule.rule_id}: {described(error)}"])

    def scan_resource_conf(self, conf: dict[str, Any]) -> CheckResult:
        """What is of another kind, or switched off, is in no report."""
        return CheckResult.UNKNOWN

    def _result(self, conf: dict[str, Any], name: str, entity_type: str) -> dict[str, Any]:
        path = file_that_is_scanned()
        if path.suffix != ".json":
            is_concerned = self.rule.kind in kinds_in_hcl(entity_type, conf)
            return self._failed([f"{self.rule.rule_id}: HCL is not judged: give the plan"]) if is_concerned else _unknown()
        address = conf.get("__address__") or f"{entity_type}.{name}"
        resources = [each for each in resources_by_address(path).get(address, []) if each.kind == self.rule.kind]
        if not resources:
            return _unknown()
        if not JUDGE:
            return self._failed(data_details(DATA_FAILURES))
        verdict = JUDGE.verdict(self.rule, document_of(path), resources)
        if verdict.reason:
            return {"result": CheckResult.SKIPPED, "suppress_comment": verdict.reason, "evaluated_keys": []}
        return self._failed(verdict.details) if verdict.findings else {"result": CheckResult.PASSED, "evaluated_keys": []}

    def _failed(self, details: list[str]) -> dict[str, Any]:
        self.details = details
        return {"result": CheckResult.FAILED, "evaluated_keys": []}


def _unknown() -> dict[str, Any]:
    return {"result": CheckResult.UNKNOWN, "evaluated_keys": []}


def check_inputs(run: Run) -> None:
    """Fails what Checkov would pass without a word: a wrong data file, input without anything to judge, what it leaves out."""
    files = sorted(set(_inputs_of(run)))
    if not JUDGE:
        _fail(run, "SessionPoolData", files[0] if files else Path(), data_details(DATA_FAILURES))
        return
    if not files:
        _fail(run, "SessionPoolInput", Path(), input_details([f"Checkov found nothing to read as {run.framework}"]))
    for path in files:
        try:
            document = document_of(path)
            failures = JUDGE.input_failures(document)
            unseen = addresses_in(document) - run.addresses_in(path)
        except (OSError, ValueError) as error:
            failures, unseen = [described(error)], set()
        if failures:
            _fail(run, "SessionPoolInput", path, input_details(failures))
        for verdict in JUDGE.verdicts(document, unseen) if unseen else ():
            if verdict.findings and not verdict.reason:
                severity = Severities.get(SEVERITIES[JUDGE.level_of(verdict.rule)])
                run.add_failure(f"CKV2_{verdict.rule.rule_id}", verdict.rule.title, path, verdict.address, verdict.details, severity)


def _inputs_of(run: Run) -> Iterator[Path]:
    """What Checkov was given, and in a directory what it leaves out although Terraform wrote it: plans, and states that are no plans."""
    yield from run.given
    yield from (Path(str(name)) for name in run.definitions)
    if run.framework == PLAN and run.root:
        yield from (path for path in run.root.rglob("*.json") if not path.name.endswith(".tf.json") and _is_of_terraform(path))


def _is_of_terraform(path: Path) -> bool:
    try:
        document = document_of(path)
    except (OSError, ValueError):
        return False
    return document.is_plan or (isinstance(document.content, dict) and "terraform_version" in document.content)


def _fail(run: Run, rule_id: str, path: Path, details: list[str]) -> None:
    run.add_failure(f"CKV2_{rule_id}", "Session pools can be judged", path, "session pools", details, Severities.get("HIGH"))


CHECKS = [SessionPoolCheck(rule) for rule in RULES]
RUN = current_run()
if RUN and RUN.framework in (PLAN, CONFIGURATION):
    check_inputs(RUN)
