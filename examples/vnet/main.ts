import { LogAnalyticsWorkspace } from '@cdktf/provider-azurerm/lib/log-analytics-workspace';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { AzapiProvider, CustomContainerPool, EnvironmentLogs, SessionPoolEnvironment } from 'cdktf-azure-session-pools';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';
const location = 'westeurope';

const app = new App();
const stack = new TerraformStack(app, 'vnet');
new AzapiProvider(stack, 'azapi', { subscriptionId });
new AzurermProvider(stack, 'azurerm', { features: [{}], subscriptionId });

const resourceGroup = new ResourceGroup(stack, 'resource-group', { name: 'rg-sandboxes', location });
const network = new VirtualNetwork(stack, 'network', {
  name: 'vnet-sandboxes',
  resourceGroupName: resourceGroup.name,
  location,
  addressSpace: ['10.20.0.0/16'],
});
const subnet = new Subnet(stack, 'subnet', {
  name: 'snet-sandboxes',
  resourceGroupName: resourceGroup.name,
  virtualNetworkName: network.name,
  addressPrefixes: ['10.20.0.0/27'],
  delegation: [
    {
      name: 'container-apps',
      serviceDelegation: { name: 'Microsoft.App/environments', actions: ['Microsoft.Network/virtualNetworks/subnets/join/action'] },
    },
  ],
});
const workspace = new LogAnalyticsWorkspace(stack, 'workspace', { name: 'log-sandboxes', resourceGroupName: resourceGroup.name, location });

const environment = new SessionPoolEnvironment(stack, 'environment', {
  resourceGroupId: resourceGroup.id,
  location,
  infrastructureSubnetId: subnet.id,
  zoneRedundant: true,
  logs: EnvironmentLogs.logAnalytics({ customerId: workspace.workspaceId, sharedKey: workspace.primarySharedKey }),
});

const pool = new CustomContainerPool(stack, 'sandbox', {
  resourceGroupId: resourceGroup.id,
  location,
  environment,
  image: 'mcr.microsoft.com/k8se/quickstart:1.0',
  targetPort: 80,
});

new TerraformOutput(stack, 'poolManagementEndpoint', { value: pool.poolManagementEndpoint, staticId: true });
new TerraformOutput(stack, 'environmentIp', { value: environment.staticIp, staticId: true });

app.synth();
