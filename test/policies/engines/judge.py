"""What the checks say, without Checkov around them: many inputs and many data files in one process.

Usage: judge.py <directory with the checks>, with {"data": [...], "inputs": [...]} on stdin: parsed data files and parsed inputs. Prints for each
data file what is wrong with it, or for each input what is broken: a list of [address, rule].
"""

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(sys.argv[1]).resolve()))

from session_pool_policies.data_file import DataFile, DataFileError  # noqa: E402
from session_pool_policies.documents import Document  # noqa: E402
from session_pool_policies.rule import all_rules  # noqa: E402
from session_pool_policies.verdicts import Judge  # noqa: E402

RULES = all_rules()


def broken(judge: Judge, document: Document) -> list[list[str]]:
    found = [[each.address, each.rule.rule_id] for each in judge.verdicts(document) if each.findings and not each.reason]
    return sorted([*found, *(["", "SessionPoolInput"] for _ in judge.input_failures(document)[:1])])


def judged(data: object, documents: list[Document]) -> dict[str, object]:
    try:
        judge = Judge(RULES, DataFile(data, [rule.rule_id for rule in RULES]))
    except DataFileError as error:
        return {"failures": sorted(error.failures)}
    return {"failures": [], "broken": [broken(judge, document) for document in documents]}


given = json.load(sys.stdin)
documents = [Document(content) for content in given["inputs"]]
json.dump([judged(data, documents) for data in given["data"]], sys.stdout)
