from __future__ import annotations

from ..resources import Resource
from ..rule import Context, Rule
from ..values import entry, is_expression
from .exposure import exposed_secrets, variables_of

_CONTAINERS = "customContainerTemplate.containers"


def _findings(pool: Resource, context: Context) -> list[str]:
    found = exposed_secrets(pool)
    # The value of a variable that is computed is no literal; what it could be a secret of is its reference to one.
    if any(is_expression(value) for each in variables_of(pool) for value in (each, entry(each, "secretRef"))):
        found += context.unknown("the secret of an environment variable")
    if any(is_expression(value) for value in [pool.body_property(_CONTAINERS), *pool.items(_CONTAINERS)]):
        found += context.unknown("the environment of a container")
    return found


RULE = Rule("SessionPoolNoSecretInEnvironment", "error", "No secret is in the environment of sessions", _findings)
