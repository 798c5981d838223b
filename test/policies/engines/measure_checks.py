"""Prints what the Checkov checks cost for the resources of a file, without Checkov's own parser and graph.

Usage: measure_checks.py <milliseconds or instructions> <directory with the checks> --directory <directory> <file>

Instructions of Python are the same in every run, whatever else the machine does.
"""

import importlib
import os
import sys
import time
from pathlib import Path

unit, checks_directory, _, directory, name = sys.argv[1:]
sys.path.insert(0, checks_directory)
document_of = importlib.import_module("session_pool_policies.documents").Document.read
rules = importlib.import_module("session_pool_policies.rule").all_rules()
data_file = importlib.import_module("session_pool_policies.data_file").DataFile
judge_with = importlib.import_module("session_pool_policies.verdicts").Judge
instructions = 0


def count(frame, event, _argument):
    global instructions
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False
    if event == "opcode":
        instructions += 1
    return count


def run():
    judge = judge_with(rules, data_file.read(Path(os.environ["SESSION_POOL_POLICIES"]), [rule.rule_id for rule in rules]))
    verdicts = list(judge.verdicts(document_of(Path(directory) / name)))
    resources = {verdict.address for verdict in verdicts}
    return f"{len(resources)} resources, {len(verdicts)} results"


started = time.process_time()
if unit == "instructions":
    sys.settrace(count)
done = run()
sys.settrace(None)
milliseconds = (time.process_time() - started) * 1000
print(f"{done}, {instructions if unit == 'instructions' else round(milliseconds)} {unit}")
