import type { TerraformStack } from 'cdktf';
import { TerraformOutput } from 'cdktf';
import { container, ENVIRONMENT_ID, interpreter, POOL_ID, RESOURCE_GROUP_ID, SUBSCRIPTION } from './fixtures';
import type { SessionPoolAttributes, SessionPoolEnvironmentProps } from '../../lib';
import {
  AzapiProvider,
  AzapiResource,
  AzapiResourceAction,
  AzapiUpdateResource,
  CodeInterpreterPoolFleet,
  ContainerProbe,
  DataAzapiResource,
  EnvironmentLogs,
  EphemeralAzapiResourceAction,
  ImagePullGrant,
  LogDestination,
  McpServerApiKey,
  McpServerApiKeyRotation,
  Principal,
  ProbeHandler,
  RegistryCredentials,
  SessionIdentity,
  SessionLifecycle,
  SessionPool,
  SessionPoolAlert,
  SessionPoolDiagnostics,
  SessionPoolEndpoints,
  SessionPoolEnvironment,
  SessionPoolMetricDiagnostics,
  SessionPoolPolicies,
  SessionPoolPrivateDnsZone,
  SessionPoolQueryPack,
  SessionPoolQuotaCheck,
  SessionSecret,
  WorkloadProfile,
} from '../../lib';

/** A struct with one property that is under test. */
type Given = never;
type Place = (stack: TerraformStack, given: Given, token: string) => unknown;

const TYPE = 'Microsoft.App/sessionPools@2026-01-01';
const IDENTITY_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i`;
const REGISTRY_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.ContainerRegistry/registries/registry`;
const ACTION = { type: TYPE, resourceId: POOL_ID, action: 'a' };

const environment = (stack: TerraformStack, given: Partial<SessionPoolEnvironmentProps>) =>
  new SessionPoolEnvironment(stack, 'environment', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2', ...given });
const output = (stack: TerraformStack, value: unknown) => new TerraformOutput(stack, 'output', { value });
const imported = (stack: TerraformStack, given: Partial<SessionPoolAttributes>) =>
  SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, ...given });
const pulling = (stack: TerraformStack, given: object) =>
  container(stack, {
    registryCredentials: RegistryCredentials.fromUserAssignedIdentity({
      server: 'registry.azurecr.io',
      identityId: IDENTITY_ID,
      identityPrincipalId: SUBSCRIPTION,
      registryId: REGISTRY_ID,
      ...given,
    }),
  });
const queryPack = (stack: TerraformStack, given: object) =>
  new SessionPoolQueryPack(stack, 'pack', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2', ...given });
const probe = (stack: TerraformStack, options: object) =>
  container(stack, { probes: [ContainerProbe.liveness(ProbeHandler.httpGet({ port: 80 }), options)] });
const httpGet = (stack: TerraformStack, options: object) =>
  container(stack, { probes: [ContainerProbe.liveness(ProbeHandler.httpGet({ port: 80, ...options }))] });

const WORKSPACE = LogDestination.logAnalyticsWorkspace(`${RESOURCE_GROUP_ID}/providers/Microsoft.OperationalInsights/workspaces/logs`);
const importedEnvironment = (stack: TerraformStack) => SessionPoolEnvironment.fromEnvironmentId(stack, 'environment', ENVIRONMENT_ID);
const diagnostics = (stack: TerraformStack, given: object) =>
  new SessionPoolDiagnostics(stack, 'diagnostics', { environment: importedEnvironment(stack), destination: WORKSPACE, ...given });
const VIRTUAL_NETWORK_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.Network/virtualNetworks/v`;

/** For each struct, where it is used; what stands beside the property under test is valid. */
export const PLACES: { readonly [struct: string]: Place } = {
  AzapiActionOptions: (stack, given: object) => new AzapiResourceAction(stack, 'r', { ...ACTION, ...given }),
  AzapiEndpoint: (stack, endpoint: object) => new AzapiProvider(stack, 'azapi', { endpoint }),
  AzapiIdentity: (stack, given: object) => new AzapiResource(stack, 'r', { type: TYPE, identity: { type: 'None', ...given } }),
  AzapiProviderConfig: (stack, given: object) => new AzapiProvider(stack, 'azapi', given),
  AzapiResourceActionConfig: (stack, given: object) => new AzapiResourceAction(stack, 'r', { ...ACTION, ...given }),
  AzapiResourceConfig: (stack, given: object) => new AzapiResource(stack, 'r', { type: TYPE, ...given }),
  AzapiRetry: (stack, given: object) => new AzapiResource(stack, 'r', { type: TYPE, retry: { errorMessageRegex: [], ...given } }),
  AzapiUpdateResourceConfig: (stack, given: object) => new AzapiUpdateResource(stack, 'r', { type: TYPE, ...given }),
  AzapiTimeouts: (stack, timeouts: object) => container(stack, { timeouts }),
  CodeInterpreterPoolFleetProps: (stack, given: object) =>
    new CodeInterpreterPoolFleet(stack, 'fleet', { sessions: 1, locations: ['westus2'], resourceGroupId: RESOURCE_GROUP_ID, ...given }),
  CodeInterpreterPoolFleetGrantOptions: (stack, given: object) =>
    new CodeInterpreterPoolFleet(stack, 'fleet', {
      sessions: 1,
      locations: ['westus2'],
      resourceGroupId: RESOURCE_GROUP_ID,
    }).grants.execute(Principal.user(SUBSCRIPTION), given),
  SessionPoolGrantOptions: (stack, given: object) => interpreter(stack).grants.execute(Principal.user(SUBSCRIPTION), given),
  CodeInterpreterPoolProps: (stack, given: object) => interpreter(stack, given),
  CodeInterpreterPoolSettings: (stack, given: object) => interpreter(stack, given),
  ConsumptionWorkloadProfileOptions: (stack, given: object) =>
    environment(stack, { workloadProfiles: [WorkloadProfile.consumption(given)] }),
  ContainerProbeOptions: probe,
  CustomContainerPoolProps: (stack, given: object) => container(stack, given),
  DataAzapiResourceConfig: (stack, given: object) => new DataAzapiResource(stack, 'd', { type: TYPE, ...given }),
  DataAzapiResourceTimeouts: (stack, timeouts: object) => new DataAzapiResource(stack, 'd', { type: TYPE, timeouts }),
  DedicatedWorkloadProfileOptions: (stack, given: object) =>
    environment(stack, {
      workloadProfiles: [WorkloadProfile.dedicated({ name: 'd', workloadProfileType: 'D4', minimumCount: 0, maximumCount: 1, ...given })],
    }),
  DiagnosticSettingOptions: (stack, given: object) => imported(stack, {}).metrics.sendTo(stack, 'metrics', WORKSPACE, given),
  EndpointEnvironmentOptions: (stack, given: object) => output(stack, interpreter(stack).endpoints.toEnvironmentVariables(given)),
  EphemeralAzapiResourceActionConfig: (stack, given: object) => new EphemeralAzapiResourceAction(stack, 'r', { ...ACTION, ...given }),
  EphemeralSecretOptions: (stack, given: object) => SessionSecret.ephemeral(stack, 's', given),
  EventHubDestinationOptions: (stack, given: object) =>
    diagnostics(stack, {
      destination: LogDestination.eventHub({
        eventHubAuthorizationRuleId: `${RESOURCE_GROUP_ID}/providers/Microsoft.EventHub/namespaces/hub/authorizationRules/send`,
        ...given,
      }),
    }),
  HttpGetProbeOptions: httpGet,
  LogAnalyticsOptions: (stack, given: object, token) =>
    environment(stack, { logs: EnvironmentLogs.logAnalytics({ customerId: SUBSCRIPTION, sharedKey: token, ...given }) }),
  McpServerApiKeyProps: (stack, given: object) => new McpServerApiKey(stack, 'key', { pool: imported(stack, {}), ...given }),
  McpServerApiKeyRotationProps: (stack, given: object) =>
    new McpServerApiKeyRotation(stack, 'rotation', { pool: imported(stack, {}), rotationId: '1', ...given }),
  McpServerOptions: (stack, mcpServer: object) => interpreter(stack, { mcpServer }),
  MetricAlertOptions: (stack, given: object) =>
    interpreter(stack)
      .metrics.ready()
      .createAlert(stack, 'alert', { threshold: 1, ...given }),
  NearlyFullAlertOptions: (stack, given: object) => interpreter(stack).metrics.alertWhenNearlyFull(stack, 'alert', given),
  OnContainerExitLifecycleOptions: (stack, given: object) => container(stack, { lifecycle: SessionLifecycle.onContainerExit(given) }),
  ProbeHttpHeader: (stack, given: object) => httpGet(stack, { httpHeaders: [{ name: 'n', value: 'v', ...given }] }),
  SavedQuery: (stack, given: object) => queryPack(stack, {}).addQuery('query', { displayName: 'Query', query: 'Table', ...given }),
  SessionFileOptions: (stack, given: object) => output(stack, interpreter(stack).endpoints.downloadFile('a', given)),
  SessionIdentityOptions: (stack, given: object) => container(stack, { identities: [SessionIdentity.systemAssigned(given)] }),
  SessionPoolAlertOptions: (stack, given: object) => interpreter(stack).metrics.alertWhenNoneReady(stack, 'alert', given),
  SessionPoolAlertProps: (stack, given: object) =>
    new SessionPoolAlert(stack, 'alert', { metric: interpreter(stack).metrics.ready(), threshold: 1, ...given }),
  SessionPoolAttributes: (stack, given: object) => {
    const pool = imported(stack, given);
    return output(stack, [pool.sessionPoolId, pool.poolManagementEndpoint, pool.endpoints.apiVersion]);
  },
  SessionPoolDiagnosticsOptions: diagnostics,
  SessionPoolDiagnosticsProps: diagnostics,
  SessionPoolEndpointsOptions: (stack, given: object) => {
    const { executeCode, mcpServer } = new SessionPoolEndpoints(interpreter(stack), { mcpServerEndpoint: 'https://mcp', ...given });
    return output(stack, [executeCode, mcpServer]);
  },
  SessionPoolEnvironmentReferenceOptions: (stack, given: object) =>
    output(stack, SessionPoolEnvironment.fromEnvironmentId(stack, 'environment', ENVIRONMENT_ID, given).defaultDomain),
  SessionPoolEnvironmentProps: (stack, given: object) =>
    environment(stack, {
      infrastructureSubnetId: `${RESOURCE_GROUP_ID}/providers/Microsoft.Network/virtualNetworks/v/subnets/s`,
      internal: false,
      ...given,
    }),
  SessionPoolMetricDiagnosticsProps: (stack, given: object) =>
    new SessionPoolMetricDiagnostics(stack, 'metrics', { pool: imported(stack, {}), destination: WORKSPACE, ...given }),
  SessionPoolPrivateDnsZoneProps: (stack, given: object) =>
    new SessionPoolPrivateDnsZone(stack, 'dns', {
      environment: importedEnvironment(stack),
      virtualNetworkId: VIRTUAL_NETWORK_ID,
      ...given,
    }),
  SessionPoolWorkbookOptions: (stack, workbook: object) => queryPack(stack, { workbook }),
  SessionPoolOptions: (stack, given: object) => interpreter(stack, given),
  PolicyParameters: (_, given: object) => new SessionPoolPolicies(given),
  SessionPoolPoliciesProps: (_, given: object) => new SessionPoolPolicies(given),
  SessionPoolQueryPackProps: queryPack,
  SessionPoolQuotaCheckProps: (stack, given: object) =>
    new SessionPoolQuotaCheck(stack, 'check', { subscriptionId: SUBSCRIPTION, location: 'westus2', ...given }),
  SessionPoolSettings: (stack, given: object) => interpreter(stack, given),
  SystemAssignedIdentityRegistryOptions: (stack, given: object) =>
    container(stack, {
      registryCredentials: RegistryCredentials.fromSystemAssignedIdentity({ server: 'registry.azurecr.io', ...given }),
    }),
  TcpSocketProbeOptions: (stack, given: object) =>
    container(stack, { probes: [ContainerProbe.liveness(ProbeHandler.tcpSocket({ port: 80, ...given }))] }),
  TimedLifecycleOptions: (stack, given: object) => container(stack, { lifecycle: SessionLifecycle.timed(given) }),
  ImagePullGrantOptions: (stack, given: object) => pulling(stack, { pullGrant: ImagePullGrant.assign(given) }),
  UserAssignedIdentityRegistryOptions: (stack, given: object) => pulling(stack, given),
  UsernamePasswordRegistryOptions: (stack, given: object, token) =>
    container(stack, {
      registryCredentials: RegistryCredentials.fromUsernamePassword({
        server: 'registry.azurecr.io',
        username: 'u',
        password: SessionSecret.fromToken('password', token),
        ...given,
      }),
    }),
};
