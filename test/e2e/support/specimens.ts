import type { TerraformStack } from 'cdktf';
import type { SessionSecret } from '../../../lib';
import {
  CodeInterpreterType,
  ContainerProbe,
  EnvironmentLogs,
  Principal,
  ProbeHandler,
  RegistryCredentials,
  SecretEnvironmentVariable,
  SessionIdentity,
  SessionLifecycle,
  SessionPool,
  SessionPoolEnvironment,
  TerraformExpression,
  WorkloadProfile,
} from '../../../lib';
import { container, interpreter, RESOURCE_GROUP_ID, SUBSCRIPTION } from '../../support/fixtures';

/** A resource of the library to which drifts happen, by itself. */
export interface Specimen {
  readonly title: string;
  readonly type: string;
  /** Defines one under the ARM name; a role assignment has a name of its own. */
  readonly build: (stack: TerraformStack, name: string, secrets: readonly SessionSecret[]) => void;
}

const POOL = 'Microsoft.App/sessionPools';
const ENVIRONMENT = 'Microsoft.App/managedEnvironments';
const ALERT = 'Microsoft.Insights/metricAlerts';
const idOf = (type: string, name: string) => `${RESOURCE_GROUP_ID}/providers/${type}/${name}`;
const identity = (name: string) => idOf('Microsoft.ManagedIdentity/userAssignedIdentities', name);
const ACTION_GROUPS = ['one', 'two'].map(name => idOf('Microsoft.Insights/actionGroups', name));
const tags = { team: 'a', stage: 'test' };
const liveness = ContainerProbe.liveness(ProbeHandler.httpGet({ port: 80, path: '/healthz' }), { periodSeconds: 20 });
const startup = ContainerProbe.startup(ProbeHandler.httpGet({ port: 80 }));

const environment = (stack: TerraformStack, name: string, props: object) =>
  new SessionPoolEnvironment(stack, name, { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2', environmentName: name, ...props });
const alert = (stack: TerraformStack, name: string, props: object) =>
  SessionPool.fromSessionPoolId(stack, `${name}-pool`, idOf(POOL, 'elsewhere'))
    .metrics.ready()
    .createAlert(stack, name, { alertName: name, threshold: 1, ...props });

export const SPECIMENS: readonly Specimen[] = [
  { title: 'CodeInterpreterPool', type: POOL, build: (stack, name) => interpreter(stack, { sessionPoolName: name, tags }, name) },
  {
    title: 'CodeInterpreterPool, Shell',
    type: POOL,
    build: (stack, name) => interpreter(stack, { sessionPoolName: name, containerType: CodeInterpreterType.SHELL }, name),
  },
  {
    title: 'CodeInterpreterPool, MCP server',
    type: POOL,
    build: (stack, name) => interpreter(stack, { sessionPoolName: name, mcpServer: { apiKeyDisabled: true } }, name),
  },
  { title: 'CustomContainerPool', type: POOL, build: (stack, name) => container(stack, { sessionPoolName: name }, name) },
  {
    title: 'CustomContainerPool, password',
    type: POOL,
    build: (stack, name, [one, two]) =>
      container(
        stack,
        {
          sessionPoolName: name,
          tags,
          lifecycle: SessionLifecycle.onContainerExit({ maxAlivePeriodInSeconds: 600 }),
          command: ['serve', '--now'],
          args: ['a', 'b'],
          environmentVariables: { LEVEL: 'info' },
          secretEnvironmentVariables: [SecretEnvironmentVariable.of('KEY', one)],
          registryCredentials: RegistryCredentials.fromUsernamePassword({ server: 'registry.azurecr.io', username: 'user', password: two }),
          probes: [liveness, startup],
        },
        name,
      ),
  },
  {
    title: 'CustomContainerPool, identity',
    type: POOL,
    build: (stack, name) =>
      container(
        stack,
        {
          sessionPoolName: name,
          registryCredentials: RegistryCredentials.fromUserAssignedIdentity({
            server: 'registry.azurecr.io',
            identityId: identity('puller'),
          }),
          probes: [liveness],
        },
        name,
      ),
  },
  {
    title: 'CustomContainerPool, two identities',
    type: POOL,
    build: (stack, name) =>
      container(
        stack,
        {
          sessionPoolName: name,
          identities: [
            SessionIdentity.userAssigned(identity('session'), { availableInSessions: true }),
            SessionIdentity.userAssigned(identity('puller')),
          ],
          probes: [startup],
        },
        name,
      ),
  },
  {
    title: 'SessionPoolEnvironment',
    type: ENVIRONMENT,
    build: (stack, name) => environment(stack, name, { publicNetworkAccess: 'Disabled', tags }),
  },
  {
    title: 'SessionPoolEnvironment, workspace',
    type: ENVIRONMENT,
    build: (stack, name) =>
      environment(stack, name, {
        workloadProfiles: [
          WorkloadProfile.consumption(),
          WorkloadProfile.dedicated({ name: 'large', workloadProfileType: 'D8', minimumCount: 0, maximumCount: 2 }),
        ],
        logs: EnvironmentLogs.logAnalytics({ customerId: SUBSCRIPTION, sharedKey: TerraformExpression.raw('var.key') }),
      }),
  },
  {
    title: 'SessionPoolAlert',
    type: ALERT,
    build: (stack, name) => alert(stack, name, { actionGroupIds: ACTION_GROUPS, description: 'full', tags }),
  },
  { title: 'SessionPoolAlert without action groups', type: ALERT, build: (stack, name) => alert(stack, name, {}) },
];

/** A pool on which principals have the role of an executor. */
export function buildGranted(stack: TerraformStack, principals: number): void {
  const { grants } = interpreter(stack, { sessionPoolName: 'granted' }, 'granted');
  for (let index = 0; index < principals; index += 1) {
    grants.execute(Principal.servicePrincipal(`${index + 1}1111111-1111-4111-8111-111111111111`), { id: `principal-${index}` });
  }
}
