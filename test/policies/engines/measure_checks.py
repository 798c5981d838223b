"""Prints what the Checkov checks cost for the resources of a file, without Checkov's own parser and graph.

Usage: measure_checks.py <milliseconds or instructions> <directory with the checks> --directory <directory> <file>

Instructions of Python are the same in every run, whatever else the machine does.
"""

import importlib
import sys
import time
from pathlib import Path

unit, checks_directory, _, directory, name = sys.argv[1:]
sys.path.insert(0, checks_directory)
modules = [importlib.import_module(path.stem) for path in sorted(Path(checks_directory).glob("*.py")) if path.stem != "__init__"]
checks = [module.check for module in modules if hasattr(module, "check")]
documents = importlib.import_module("session_pool_check").documents_of
instructions = 0


def count(frame, event, _argument):
    global instructions
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False
    if event == "opcode":
        instructions += 1
    return count


def run():
    resources = [resource for document in documents(f"/{name}") for resource in document.resources.values()]
    results = [
        check.run(f"/{name}", {"__address__": resource.address}, resource.address.split(".")[-1], resource.terraform_type, None)
        for resource in resources for check in checks
    ]
    return f"{len(checks)} checks, {len(resources)} resources, {len(results)} results"


started = time.process_time()
if unit == "instructions":
    sys.settrace(count)
done = run()
sys.settrace(None)
milliseconds = (time.process_time() - started) * 1000
print(f"{done}, {instructions if unit == 'instructions' else round(milliseconds)} {unit}")
