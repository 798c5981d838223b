"""The data file: what is wrong with it, and what it says."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Iterator

from .shared import CONSTANTS, SCHEMA
from .values import is_filled
from .yaml_file import parsed_yaml

_SESSION_POOLS = SCHEMA["properties"]["session_pools"]
_BLANK = re.compile(f"[{CONSTANTS['blanks']}]*")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NOUNS = {"array": "a list", "boolean": "true or false", "integer": "a whole number", "object": "a map", "string": "text"}

DEFAULTS: dict[str, Any] = {name: each["default"] for name, each in _SESSION_POOLS["properties"]["parameters"]["properties"].items()}
NOTE = "session_pools.exceptions is the former name of acknowledgements: rename it, and ruleId in it to id"


class DataFileError(Exception):
    """What is wrong with the data file, all of it."""

    def __init__(self, failures: list[str]) -> None:
        super().__init__("\n".join(failures))
        self.failures = failures


class DataFile:
    """What a data file says."""

    def __init__(self, content: Any, rule_ids: list[str]) -> None:
        failures = data_failures(content, rule_ids)
        if failures:
            raise DataFileError(failures)
        data = content["session_pools"]
        self.parameters = {**DEFAULTS, **data["parameters"]}
        self.notes = [NOTE] if "exceptions" in data else []
        former = [{**each, "id": each["ruleId"]} for each in data.get("exceptions", [])]
        self._acknowledgements = [*data.get("acknowledgements", []), *former]

    @staticmethod
    def read(path: Path, rule_ids: list[str]) -> DataFile:
        """The data file, which is JSON or YAML."""
        text = path.read_text(encoding="utf-8")
        try:
            return DataFile(parsed_yaml(text) if path.suffix in (".yaml", ".yml") else json.loads(text), rule_ids)
        except ValueError as error:
            raise DataFileError([f"the data file must be JSON or YAML: {error}"]) from error

    def accepted(self, rule_id: str, address: str, path: str) -> tuple[str, str]:
        """The reason for which the rule may be broken here today; else what to say of an acknowledgement that has ended."""
        today = datetime.now(timezone.utc).strftime("%Y-%m-%d")
        matching = [each for each in self._acknowledgements if each["id"] == rule_id and _covers(each.get("path", ""), address, path)]
        reasons = [each["reason"] for each in matching if each.get("expires", today) >= today]
        ended = max((each["expires"] for each in matching if "expires" in each), default="")
        return (reasons[0], "") if reasons else ("", f" (was accepted until {ended})" if ended else "")


def data_failures(content: Any, rule_ids: list[str]) -> list[str]:
    """What is wrong with the content of a data file, each with the path in it."""
    data = content.get("session_pools") if isinstance(content, dict) else None
    if not isinstance(data, dict):
        data = {}
    structure = list(_failures("session_pools", data, _SESSION_POOLS))
    return structure or [*_id_failures(data, rule_ids), *_expiry_failures(data)]


def _failures(path: str, value: Any, schema: dict[str, Any]) -> Iterator[str]:
    if "type" in schema and not _has_type(value, schema["type"]):
        yield f"{path} must be {_NOUNS[schema['type']]}, got {_got(value)}"
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _failures(f"{path}[{index}]", item, schema.get("items", {}))
    elif isinstance(value, dict):
        yield from _map_failures(path, value, schema)
    else:
        yield from (f"{path} must {rule}, got {_got(value)}" for rule in _broken_rules(value, schema))


def _map_failures(path: str, value: dict[str, Any], schema: dict[str, Any]) -> Iterator[str]:
    properties, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    yield from (f"{path}.{name} must be given" for name in schema.get("required", []) if name not in value)
    for name, item in value.items():
        inner = properties.get(name, others)
        if isinstance(inner, dict):
            yield from _failures(f"{path}.{name}", item, inner)
        elif not inner:
            yield f"{path}.{name} is not known: there are {', '.join(sorted(properties))}"


def _broken_rules(value: Any, schema: dict[str, Any]) -> Iterator[str]:
    allowed = schema.get("enum")
    if allowed and value not in allowed:
        yield f"be {', '.join(allowed[:-1])} or {allowed[-1]}"
    if "minLength" in schema and _BLANK.fullmatch(value):
        yield "not be blank"
    if "minimum" in schema and value < schema["minimum"]:
        yield f"be at least {schema['minimum']}"
    if "maximum" in schema and value > schema["maximum"]:
        yield f"be at most {schema['maximum']}"
    if schema.get("format") == "date" and not _is_day(value):
        yield "be a day such as '2027-01-31'"


def _id_failures(data: dict[str, Any], rule_ids: list[str]) -> Iterator[str]:
    known = sorted({*rule_ids, *data["parameters"].get("additionalRuleIds", [])})
    named = [(f"parameters.levels.{each}", each) for each in data["parameters"].get("levels", {})]
    named += [(f"acknowledgements[{index}].id", each["id"]) for index, each in enumerate(data.get("acknowledgements", []))]
    named += [(f"exceptions[{index}].ruleId", each["ruleId"]) for index, each in enumerate(data.get("exceptions", []))]
    for path, rule_id in named:
        if rule_id not in known:
            yield f"session_pools.{path} must name a rule, got {_got(rule_id)}: there are {', '.join(known)}"


def _expiry_failures(data: dict[str, Any]) -> Iterator[str]:
    for index, each in enumerate(data.get("acknowledgements", [])):
        if data["parameters"].get("requireExpiry") and "expires" not in each:
            yield f"session_pools.acknowledgements[{index}].expires must be given: requireExpiry is set"


def _has_type(value: Any, expected: str) -> bool:
    if expected == "integer":
        return isinstance(value, (int, float)) and not isinstance(value, bool) and float(value).is_integer()
    types = {"array": list, "boolean": bool, "object": dict, "string": str}
    return isinstance(value, types[expected])


def _is_day(text: str) -> bool:
    day = _DAY.fullmatch(text)
    if not day:
        return False
    year, month, number = (int(each) for each in day.groups())
    # The calendar repeats every 400 years, and Python's begins with the year 1.
    return 1 <= month <= 12 and 1 <= number <= monthrange(year % 400 + 2000, month)[1]


def _covers(path: str, address: str, construct: str) -> bool:
    return not is_filled(path) or path in (address, construct) or construct.startswith(f"{path}/")


def _got(value: Any) -> str:
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a map"
    return f"'{value}'" if isinstance(value, str) else json.dumps(value, default=str)
