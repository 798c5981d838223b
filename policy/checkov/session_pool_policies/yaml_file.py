"""YAML as conftest reads it, so that a data file says the same to both: no other text than true and false is a truth value, and days are text."""

from __future__ import annotations

import re
from typing import Any

_SCALARS = {
    "bool": (r"(true|True|TRUE|false|False|FALSE)\Z", "tTfF"),
    "null": (r"(~|null|Null|NULL|)\Z", ["~", "n", "N", ""]),
    "int": (r"[-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|0|[1-9][0-9_]*)\Z", "-+0123456789"),
    "float": (r"[-+]?(\.[0-9]+|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?\Z|[-+]?\.(inf|Inf|INF)\Z|\.(nan|NaN|NAN)\Z", "-+.0123456789"),
    "merge": (r"<<\Z", "<"),
}


def parsed_yaml(text: str) -> Any:
    """The content of the only document in the text."""
    import yaml  # Checkov has it

    class Loader(yaml.SafeLoader):
        """Scalars of YAML 1.2."""

        yaml_implicit_resolvers: dict[str, Any] = {}

    for name, (pattern, first) in _SCALARS.items():
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(pattern, re.ASCII), list(first))
    try:
        return yaml.load(text, Loader=Loader)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
