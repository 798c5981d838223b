import { AzurermBackend, TerraformOutput, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import {
  AzapiProvider,
  AzapiResource,
  CodeInterpreterPool,
  CustomContainerPool,
  Principal,
  RegistryCredentials,
  SessionNetworkStatus,
  SessionPoolEnvironment,
} from 'cdktf-azure-session-pools';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';
const resourceGroupId = `/subscriptions/${subscriptionId}/resourceGroups/rg-sandboxes`;
const location = 'westeurope';
const tags = { owner: 'agents', costCenter: '4711' };

/** The sandboxes of the agents. */
export class SandboxStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzapiProvider(this, 'azapi', { subscriptionId });
    if (process.env.STATE_STORAGE_ACCOUNT) {
      new AzurermBackend(this, {
        storageAccountName: process.env.STATE_STORAGE_ACCOUNT,
        containerName: 'tfstate',
        key: `${id}.tfstate`,
        useAzureadAuth: true,
        useOidc: true,
      });
    }

    const interpreter = new CodeInterpreterPool(this, 'interpreter', { resourceGroupId, location, tags, maxConcurrentSessions: 50 });
    interpreter.grants.execute(Principal.managedIdentity('11111111-1111-1111-1111-111111111111'));

    const environment = new SessionPoolEnvironment(this, 'environment', {
      resourceGroupId,
      location,
      tags,
      infrastructureSubnetId: `${resourceGroupId}/providers/Microsoft.Network/virtualNetworks/vnet-sandboxes/subnets/snet-sandboxes`,
      acknowledgements: [
        { id: 'logs-go-nowhere', reason: 'the diagnostic setting belongs to the platform team' },
        { id: 'internal-without-dns-zone', reason: 'the private DNS zone belongs to the platform team' },
      ],
    });
    // The one pool with egress: policy/data.json has the reason, and the day on which it is looked at again.
    new CustomContainerPool(this, 'browser', {
      resourceGroupId,
      location,
      tags,
      environment,
      image: 'crsandboxes.azurecr.io/browser@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      targetPort: 8080,
      networkStatus: SessionNetworkStatus.EGRESS_ENABLED,
      acknowledgements: [{ id: 'egress-enabled', reason: 'the agent reads web pages' }],
      registryCredentials: RegistryCredentials.fromUserAssignedIdentity({
        server: 'crsandboxes.azurecr.io',
        identityId: `${resourceGroupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-sandbox-pull`,
      }),
    });

    // What the portal or the CLI changes passes no policy: every write of a pool in the subscription is an alert.
    new AzapiResource(this, 'pool-writes', {
      type: 'Microsoft.Insights/activityLogAlerts@2020-10-01',
      name: 'alert-session-pool-writes',
      parentId: resourceGroupId,
      location: 'global',
      tags,
      body: {
        properties: {
          scopes: [`/subscriptions/${subscriptionId}`],
          condition: {
            allOf: [
              { field: 'category', equals: 'Administrative' },
              { field: 'operationName', equals: 'Microsoft.App/sessionPools/write' },
            ],
          },
          actions: { actionGroups: [{ actionGroupId: `${resourceGroupId}/providers/Microsoft.Insights/actionGroups/ag-platform` }] },
          enabled: true,
        },
      },
      // Azure Monitor answers with IDs as they were sent or in lower case, and with conditions in any order.
      ignoreCasing: true,
      listUniqueIdProperty: { 'properties.condition.allOf': 'field' },
      responseExportValues: [],
    });

    new TerraformOutput(this, 'poolManagementEndpoint', { value: interpreter.poolManagementEndpoint, staticId: true });
  }
}
