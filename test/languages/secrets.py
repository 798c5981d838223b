"""Gives text in the place of a secret in every way that there is, and prints how each is refused."""
import json
import sys
import traceback

from cdktf import App, TerraformStack
from cdktf_azure_session_pools import CustomContainerPool, RegistryCredentials, SecretEnvironmentVariable, SessionPoolEnvironment, SessionSecret

CANARY = sys.argv[1]
RESOURCE_GROUP_ID = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg"
PLACED = {"resource_group_id": RESOURCE_GROUP_ID, "location": "westus2"}

stack = TerraformStack(App(), "stack")
environment = SessionPoolEnvironment(stack, "environment", **PLACED)


def pool(**props):
    return CustomContainerPool(stack, "pool", environment=environment, image="docker.io/app:1.0", target_port=80, **PLACED, **props)


def variables(given):
    return lambda: pool(secret_environment_variables=given)


def registry(given):
    return lambda: pool(registry_credentials=RegistryCredentials.from_username_password(server="docker.io", username="u", password=given))


added = CustomContainerPool(stack, "added", environment=environment, image="docker.io/app:1.0", target_port=80, **PLACED)

MISTAKES = {
    "a map of values": variables({"KEY": CANARY}),
    "a map of secrets": variables({"KEY": {"name": "key", "value": CANARY}}),
    "a value": variables(CANARY),
    "a list of values": variables([CANARY]),
    "a list of name and secret": variables([{"name": "KEY", "secret": CANARY}]),
    "a list of name and value": variables([{"name": "KEY", "value": CANARY}]),
    "a list of pairs": variables([("KEY", CANARY)]),
    "a tuple of values": variables((CANARY,)),
    "a set of values": variables({CANARY}),
    "a variable of a value": lambda: SecretEnvironmentVariable.of("KEY", CANARY),
    "a variable of a map": lambda: SecretEnvironmentVariable.of("KEY", {"name": "key", "value": CANARY}),
    "a variable of bytes": lambda: SecretEnvironmentVariable.of("KEY", CANARY.encode()),
    "a variable in the wrong order": lambda: SecretEnvironmentVariable.of(CANARY, "KEY"),
    "a list of secrets that are values": lambda: pool(secrets=[CANARY]),
    "a map of secrets that are values": lambda: pool(secrets={"key": CANARY}),
    "secrets that are a value": lambda: pool(secrets=CANARY),
    "secrets of name and value": lambda: pool(secrets=[{"name": "key", "value": CANARY}]),
    "a password": registry(CANARY),
    "a password of name and value": registry({"name": "key", "value": CANARY}),
    "credentials that are a map": lambda: pool(registry_credentials={"server": "docker.io", "username": "u", "password": CANARY}),
    "a secret of a literal": variables([SecretEnvironmentVariable.of("KEY", SessionSecret.from_token("key", CANARY))]),
    "a secret for a variable": lambda: SessionSecret.from_variable("key", CANARY),
    "an added variable": lambda: added.add_secret_environment_variable("KEY", CANARY),
    "an added variable of a map": lambda: added.add_secret_environment_variable("KEY", {"value": CANARY}),
}

results = {}
for name, mistake in MISTAKES.items():
    try:
        mistake()
        results[name] = "accepted"
    except BaseException:
        results[name] = traceback.format_exc()
print(json.dumps(results))
