"""What all rules say of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterator

from .data_file import DataFile
from .documents import Document
from .inputs import input_failures
from .resources import Resource, resources_of
from .rule import Context, Rule


@dataclass(frozen=True)
class Verdict:
    """What a rule says of the resources at an address."""

    rule: Rule
    address: str
    findings: list[str]
    reason: str = ""

    @property
    def details(self) -> list[str]:
        """The findings as they are reported."""
        return [f"{self.rule.rule_id}: {self.address}: {finding}" for finding in self.findings]


class Judge:
    """The rules with the data file."""

    def __init__(self, rules: list[Rule], data: DataFile) -> None:
        self.rules = rules
        self.data = data

    def level_of(self, rule: Rule) -> str:
        """The level of a rule."""
        return str(self.data.parameters["levels"].get(rule.rule_id, rule.level))

    def input_failures(self, document: Document) -> list[str]:
        """Why nothing that is in the document can be relied on."""
        return input_failures(document, self.data.parameters)

    def verdict(self, rule: Rule, document: Document, resources: list[Resource]) -> Verdict:
        """What a rule says of resources of its kind at one address."""
        context = Context(self.data.parameters, document.is_plan)
        findings = [finding for resource in resources for finding in rule.findings(resource, context)]
        accepted = [self.data.accepted(rule.rule_id, resource.address, resource.path) for resource in resources]
        if findings and all(reason for reason, _ in accepted):
            return Verdict(rule, resources[0].address, findings, accepted[0][0])
        return Verdict(rule, resources[0].address, [f"{finding}{accepted[0][1]}" for finding in findings])

    def verdicts(self, document: Document, addresses: set[str] | None = None) -> Iterator[Verdict]:
        """What all rules that are not off say of the addresses, or of all."""
        by_address: dict[str, list[Resource]] = {}
        for resource in resources_of(document):
            if addresses is None or resource.address in addresses:
                by_address.setdefault(resource.address, []).append(resource)
        for resources in by_address.values():
            for rule in self.rules:
                of_kind = [each for each in resources if each.kind == rule.kind]
                if of_kind and self.level_of(rule) != "off":
                    yield self.verdict(rule, document, of_kind)


def addresses_in(document: Document) -> set[str]:
    """The addresses of what rules look at."""
    return {resource.address for resource in resources_of(document)}


def described(error: Exception) -> str:
    """Why something cannot be judged."""
    return f"this cannot be judged: {type(error).__name__}: {error}"


def data_details(failures: list[str]) -> list[str]:
    """What is wrong with the data file, as it is reported."""
    return [f"SessionPoolData: {failure}" for failure in failures]


def input_details(failures: list[str]) -> list[str]:
    """What is wrong with an input, as it is reported."""
    return [f"SessionPoolInput: {failure}" for failure in failures]


def messages(judge: Judge, content: Any) -> list[str]:
    """What is to be said of the content of a file, accepted violations aside."""
    document = Document(content)
    found = [detail for each in judge.verdicts(document) if not each.reason for detail in each.details]
    return [*input_details(judge.input_failures(document)), *found]
