from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule
from ..values import entry, fold, is_known_text, text_of
from .exposure import exposed_identities, exposed_secrets


def _findings(pool: Resource, _context: Context) -> list[str]:
    status = pool.body_property("sessionNetworkConfiguration.status")
    if not is_known_text(status) or fold(status) != "egressenabled":
        return []
    identities = [f"identity '{text_of(entry(each, 'identity'))}' is available in sessions" for each in exposed_identities(pool)]
    return [f"egress is enabled, and {exposed}" for exposed in [*identities, *exposed_secrets(pool)]]


RULE = Rule("SessionPoolNoWayOutForSecrets", "critical", "Session pools with egress expose neither identities nor secrets", _findings)
