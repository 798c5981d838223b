"""Prints how long the Checkov checks take for the resources of a file, without Checkov's own parser and graph.

Usage: time_checks.py <directory with the checks> --directory <directory> <file>
"""

import importlib
import sys
import time
from pathlib import Path

checks_directory, _, directory, name = sys.argv[1:]
sys.path.insert(0, checks_directory)
modules = [importlib.import_module(path.stem) for path in sorted(Path(checks_directory).glob("*.py")) if path.stem != "__init__"]
checks = [module.check for module in modules if hasattr(module, "check")]
documents = importlib.import_module("session_pool_check").documents_of

started = time.process_time()
resources = [resource for document in documents(f"/{name}") for resource in document.resources.values()]
results = [
    check.run(f"/{name}", {"__address__": resource.address}, resource.address.split(".")[-1], resource.terraform_type, None)
    for resource in resources for check in checks
]
milliseconds = (time.process_time() - started) * 1000
print(f"{len(checks)} checks, {len(resources)} resources, {len(results)} results, {milliseconds:.0f} ms")
