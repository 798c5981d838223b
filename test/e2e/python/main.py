"""The same stack as in python.e2e.ts."""
from cdktf import App, TerraformOutput, TerraformStack
from cdktf_azure_session_pools import (
    Acknowledgement,
    AzapiProvider,
    CodeInterpreterPool,
    CodeInterpreterType,
    ContainerProbe,
    CustomContainerPool,
    McpServerOptions,
    Principal,
    ProbeHandler,
    RegistryCredentials,
    SecretEnvironmentVariable,
    SessionIdentity,
    SessionLifecycle,
    SessionNetworkStatus,
    SessionPoolEnvironment,
    SessionSecret,
)

RESOURCE_GROUP_ID = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg"
IDENTITY_ID = RESOURCE_GROUP_ID + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller"

app = App()
stack = TerraformStack(app, "python")
AzapiProvider(stack, "azapi")
placed = {"resource_group_id": RESOURCE_GROUP_ID, "location": "westus2"}

interpreter = CodeInterpreterPool(
    stack,
    "interpreter",
    max_concurrent_sessions=50,
    cooldown_period_in_seconds=600,
    network_status=SessionNetworkStatus.EGRESS_ENABLED,
    acknowledgements=[Acknowledgement(id="egress-enabled", reason="the agent searches the web")],
    tags={"team": "agents"},
    **placed,
)
interpreter.grants.execute(Principal.service_principal("11111111-1111-4111-8111-111111111111"))
CodeInterpreterPool(stack, "shell", container_type=CodeInterpreterType.SHELL, mcp_server=McpServerOptions(api_key_disabled=True), **placed)

environment = SessionPoolEnvironment(stack, "environment", **placed)
pool = CustomContainerPool(
    stack,
    "container",
    environment=environment,
    image="registry.azurecr.io/app:1.0",
    target_port=8080,
    cpu=1,
    memory="2Gi",
    args=["--home", "${HOME}"],
    max_concurrent_sessions=20,
    ready_session_instances=5,
    lifecycle=SessionLifecycle.on_container_exit(max_alive_period_in_seconds=1800),
    environment_variables={"LOG_LEVEL": "info"},
    secret_environment_variables=[SecretEnvironmentVariable.of("API_KEY", SessionSecret.ephemeral(stack, "api-key"))],
    registry_credentials=RegistryCredentials.from_user_assigned_identity(server="registry.azurecr.io", identity_id=IDENTITY_ID),
    identities=[SessionIdentity.system_assigned()],
    probes=[ContainerProbe.startup(ProbeHandler.http_get(port=8080, path="/healthz"), period_seconds=5)],
    **placed,
)
pool.add_environment_variable("REGION", "westus2")
TerraformOutput(stack, "endpoint", value=pool.pool_management_endpoint, static_id=True)

app.synth()
