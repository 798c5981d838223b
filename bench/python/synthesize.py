"""Defines and synthesizes an app with session pools, and prints how many milliseconds that takes.

Usage: synthesize.py <interpreter or minimal> <l1 or l2> <pools> <directory>
"""

import json
import sys
import time

from cdktf import App, TerraformStack
from cdktf_azure_session_pools import AzapiProvider, AzapiResource, CodeInterpreterPool, CustomContainerPool, SessionPoolEnvironment

kind, variant, pools, directory = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
PLACE = {"resource_group_id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/agents", "location": "westus2"}
IMAGE = "registry.azurecr.io/sandbox:1.0"
EGRESS = {"status": "EgressDisabled"}
LIFECYCLE = {"lifecycleConfiguration": {"lifecycleType": "Timed", "cooldownPeriodInSeconds": 300}}


def body(name, environment):
    common = {"poolManagementType": "Dynamic", "dynamicPoolConfiguration": LIFECYCLE, "sessionNetworkConfiguration": EGRESS}
    if kind == "interpreter":
        return {"properties": {**common, "containerType": "PythonLTS", "scaleConfiguration": {"maxConcurrentSessions": 10}}}
    container = {"name": name, "image": IMAGE, "resources": {"cpu": 0.25, "memory": "0.5Gi"}}
    return {"properties": {
        **common,
        "containerType": "CustomContainer",
        "environmentId": environment.environment_id,
        "scaleConfiguration": {"maxConcurrentSessions": 10, "readySessionInstances": 1},
        "customContainerTemplate": {"containers": [container], "ingress": {"targetPort": 8080}},
    }}


def define(stack, name, environment):
    if variant == "l1":
        AzapiResource(
            stack, name, type="Microsoft.App/sessionPools@2026-01-01", name=name, parent_id=PLACE["resource_group_id"],
            location=PLACE["location"], ignore_casing=True, body=body(name, environment),
        )
    elif kind == "interpreter":
        CodeInterpreterPool(stack, name, **PLACE, session_pool_name=name)
    else:
        CustomContainerPool(stack, name, **PLACE, session_pool_name=name, environment=environment, image=IMAGE, target_port=8080)


started = time.perf_counter()
app = App(outdir=directory)
stack = TerraformStack(app, "stack")
AzapiProvider(stack, "azapi")
shared = SessionPoolEnvironment(stack, "environment", **PLACE, environment_name="agents") if kind == "minimal" else None
for index in range(pools):
    define(stack, f"pool{index}", shared)
constructed = time.perf_counter()
app.synth()
synthesized = time.perf_counter()
print(json.dumps({"construct": (constructed - started) * 1000, "synth": (synthesized - constructed) * 1000}))
