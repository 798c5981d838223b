from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule
from ..values import fold, is_known, text_of

_PATH = "sessionNetworkConfiguration.status"


def _findings(pool: Resource, context: Context) -> list[str]:
    status = pool.body_property(_PATH)
    if status is None:
        return [] if pool.partial else [f"{_PATH} is not given"]
    if not is_known(status):
        return context.unknown(_PATH)
    return [f"{_PATH} is '{text_of(status)}'"] if fold(status) != "egressdisabled" else []


RULE = Rule("SessionPoolEgressDisabled", "error", "Egress of session pools is disabled", _findings)
