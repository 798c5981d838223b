import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ContainerAppEnvironment } from '@cdktf/provider-azurerm/lib/container-app-environment';
import { ContainerRegistry } from '@cdktf/provider-azurerm/lib/container-registry';
import { LogAnalyticsWorkspace } from '@cdktf/provider-azurerm/lib/log-analytics-workspace';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import type { TerraformStack } from 'cdktf';
import {
  CodeInterpreterPool,
  CustomContainerPool,
  EnvironmentLogs,
  RegistryCredentials,
  SessionIdentity,
  SessionPoolEnvironment,
  SessionSecret,
} from '../../lib';
import { synthesize } from '../support/synth';

const GROUP = '${azurerm_resource_group.group.id}';
const IDENTITY = '${azurerm_user_assigned_identity.identity.id}';

/** Everything that azurerm defines, as it is: this function compiles without a cast. */
function build(stack: TerraformStack): void {
  const group = new ResourceGroup(stack, 'group', { name: 'rg', location: 'westus2' });
  const common = { resourceGroupName: group.name, location: group.location };
  const registry = new ContainerRegistry(stack, 'registry', { name: 'registry', sku: 'Basic', ...common });
  const identity = new UserAssignedIdentity(stack, 'identity', { name: 'identity', ...common });
  const workspace = new LogAnalyticsWorkspace(stack, 'workspace', { name: 'workspace', ...common });
  const subnet = new Subnet(stack, 'subnet', {
    name: 'subnet',
    resourceGroupName: group.name,
    virtualNetworkName: 'vnet',
    addressPrefixes: ['10.0.0.0/27'],
  });
  const environment = new ContainerAppEnvironment(stack, 'environment', {
    name: 'env',
    workloadProfile: [{ name: 'Consumption', workloadProfileType: 'Consumption' }],
    ...common,
  });

  const place = { resourceGroupId: group.id, location: group.location };
  new CodeInterpreterPool(stack, 'interpreter', { ...place, dependsOn: [group] });
  const defined = new SessionPoolEnvironment(stack, 'defined', {
    ...place,
    infrastructureSubnetId: subnet.id,
    logs: EnvironmentLogs.logAnalytics({ customerId: workspace.workspaceId, sharedKey: workspace.primarySharedKey }),
  });
  new CustomContainerPool(stack, 'first', {
    ...place,
    environment: SessionPoolEnvironment.fromContainerAppEnvironment(stack, 'referred', environment),
    image: `${registry.loginServer}/app:1.0`,
    targetPort: 80,
    registryCredentials: RegistryCredentials.fromContainerRegistry(registry, identity),
    identities: [SessionIdentity.userAssigned(identity.id)],
  });
  new CustomContainerPool(stack, 'second', {
    ...place,
    environment: defined,
    image: 'registry.azurecr.io/app:1.0',
    targetPort: 80,
    registryCredentials: RegistryCredentials.fromUsernamePassword({
      server: 'registry.azurecr.io',
      username: registry.adminUsername,
      password: SessionSecret.fromToken('registry', registry.adminPassword),
    }),
  });
}

describe('the resources of azurerm', () => {
  const { azapi_resource: resources } = synthesize(build).resource;
  const bodyOf = (prefix: string) => Object.entries(resources).find(([id]) => id.startsWith(`${prefix}_`))![1];

  test('place a pool in a ResourceGroup', () => {
    expect(bodyOf('interpreter')).toMatchObject({
      parent_id: GROUP,
      location: '${azurerm_resource_group.group.location}',
      depends_on: ['azurerm_resource_group.group'],
    });
  });

  test('give an environment its Subnet and its LogAnalyticsWorkspace', () => {
    expect(bodyOf('defined')).toMatchObject({
      body: {
        properties: {
          appLogsConfiguration: { logAnalyticsConfiguration: { customerId: '${azurerm_log_analytics_workspace.workspace.workspace_id}' } },
          vnetConfiguration: { infrastructureSubnetId: '${azurerm_subnet.subnet.id}', internal: true },
        },
      },
      sensitive_body: {
        properties: {
          appLogsConfiguration: {
            logAnalyticsConfiguration: { sharedKey: '${azurerm_log_analytics_workspace.workspace.primary_shared_key}' },
          },
        },
      },
    });
  });

  test('give a pool its ContainerAppEnvironment, its ContainerRegistry and its UserAssignedIdentity, which is one', () => {
    expect(bodyOf('first')).toMatchObject({
      identity: { type: 'UserAssigned', identity_ids: [IDENTITY] },
      body: {
        properties: {
          environmentId: '${azurerm_container_app_environment.environment.id}',
          managedIdentitySettings: [{ identity: IDENTITY, lifecycle: 'None' }],
          customContainerTemplate: {
            containers: [{ image: '${azurerm_container_registry.registry.login_server}/app:1.0' }],
            registryCredentials: { server: '${azurerm_container_registry.registry.login_server}', identity: IDENTITY },
          },
        },
      },
    });
  });

  test('give a pool the admin account of a ContainerRegistry', () => {
    expect(bodyOf('second')).toMatchObject({
      body: {
        properties: {
          customContainerTemplate: {
            registryCredentials: { username: '${azurerm_container_registry.registry.admin_username}', passwordSecretRef: 'registry' },
          },
        },
      },
      sensitive_body: { properties: { secrets: [{ name: 'registry', value: '${azurerm_container_registry.registry.admin_password}' }] } },
    });
  });
});

test('this library loads without azurerm', () => {
  const script = "require('./lib/index.ts'); console.log(JSON.stringify(Object.keys(require.cache)))";
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-r', 'tsx/cjs', '-e', script], {
    cwd: join(__dirname, '..', '..'),
    encoding: 'utf8',
  });
  expect({ status, stderr }).toStrictEqual({ status: 0, stderr: '' });
  const loaded = JSON.parse(stdout) as string[];
  expect(loaded.some(file => file.endsWith('session-pool-environment.ts'))).toBe(true);
  expect(loaded.filter(file => file.includes('provider-azurerm'))).toStrictEqual([]);
});
