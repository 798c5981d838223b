"""What is the same in all engines: policy/schema.json and policy/constants.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_POLICY = Path(__file__).resolve().parents[2]

SCHEMA: dict[str, Any] = json.loads((_POLICY / "schema.json").read_text(encoding="utf-8"))
CONSTANTS: dict[str, Any] = json.loads((_POLICY / "constants.json").read_text(encoding="utf-8"))

POOL, ENVIRONMENT, ROLE_ASSIGNMENT = "session-pool", "environment", "role-assignment"
KINDS: dict[str, str] = CONSTANTS["kinds"]
