"""What of Checkov's insides the checks lean on: it tells checks neither which files it was given nor which it left out."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, Iterator

from checkov.common.models.enums import CheckResult
from checkov.common.output.record import Record
from checkov.common.output.report import Report

PLAN, CONFIGURATION = "terraform_plan", "terraform_json"


def _frames() -> Iterator[FrameType]:
    frame: FrameType | None = sys._getframe(1)
    while frame:
        yield frame
        frame = frame.f_back


def file_that_is_scanned() -> Path:
    """The file of the resource that a check is asked for."""
    for frame in _frames():
        given = frame.f_locals.get("full_file_path")
        # Of HCL, it is the file with the modules that lead to it.
        path = getattr(given, "file_path", given)
        if isinstance(path, (str, Path)):
            return Path(path)
    raise RuntimeError("Checkov does not say which file it scans")


@dataclass(frozen=True)
class Run:
    """A run of Checkov that loads the checks."""

    report: Report
    framework: str
    definitions: dict[str, Any]
    given: tuple[Path, ...]
    root: Path | None
    runner_filter: Any

    def addresses_in(self, path: Path) -> set[str]:
        """What Checkov sees of a file and gives to checks."""
        resources = self._definition_of(path).get("resource", [])
        return {
            conf.get("__address__") or f"{terraform_type}.{name}"
            for each in resources for terraform_type, by_name in each.items() if isinstance(by_name, dict)
            for name, conf in by_name.items() if isinstance(conf, dict)
        }

    def has_left_out(self, path: Path) -> bool:
        """Whether Checkov reads nothing of a file that it was given."""
        return not self._definition_of(path)

    def add_failure(self, check_id: str, name: str, path: Path, resource: str, details: list[str], severity: Any) -> None:
        """Adds a failed check to the report."""
        self.report.add_record(Record(
            check_id=check_id, check_name=name, check_result={"result": CheckResult.FAILED, "evaluated_keys": []}, code_block=[],
            file_path=f"/{_relative(path, self.root)}", file_line_range=[1, 1], resource=resource, evaluations=None,
            check_class=__name__, file_abs_path=str(path), resource_address=resource, severity=severity, details=details,
        ))

    def _definition_of(self, path: Path) -> dict[str, Any]:
        found = [each for name, each in self.definitions.items() if Path(str(name)).resolve() == path.resolve()]
        return found[0] if found else {}


def current_run() -> Run | None:
    """The run that loads the checks; None where something else does."""
    for frame in _frames():
        report, runner = frame.f_locals.get("report"), frame.f_locals.get("self")
        if isinstance(report, Report) and hasattr(runner, "check_type"):
            given = frame.f_locals.get("file_paths") or frame.f_locals.get("files") or ()
            root = frame.f_locals.get("root_folder")
            return Run(
                report, str(runner.check_type), getattr(runner, "definitions", None) or {}, tuple(Path(each) for each in given),
                Path(root) if root else None, frame.f_locals.get("runner_filter"),
            )
    if any(str(frame.f_globals.get("__name__", "")).startswith("checkov.") for frame in _frames() if "load_external" in frame.f_code.co_name):
        sys.exit("session pool policies: this version of Checkov does not show its report; 3.3.30 does")
    return None


def _relative(path: Path, root: Path | None) -> str:
    try:
        return str(path.resolve().relative_to((root or Path.cwd()).resolve()))
    except ValueError:
        return path.name
