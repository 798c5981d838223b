import { LogAnalyticsWorkspace } from '@cdktf/provider-azurerm/lib/log-analytics-workspace';
import { NetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/network-security-group';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { RouteTable } from '@cdktf/provider-azurerm/lib/route-table';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { SubnetRouteTableAssociation } from '@cdktf/provider-azurerm/lib/subnet-route-table-association';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import {
  AzapiProvider,
  CustomContainerPool,
  LogDestination,
  SessionPoolEnvironment,
  SessionPoolPrivateDnsZone,
} from 'cdktf-azure-session-pools';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';
const location = 'westeurope';

const CLIENTS = '10.20.0.0/16';
const SESSIONS = '10.20.0.0/27';
/** The address of the firewall through which everything leaves the network. */
const FIREWALL = '10.20.255.4';

const app = new App();
const stack = new TerraformStack(app, 'vnet');
new AzapiProvider(stack, 'azapi', { subscriptionId });
new AzurermProvider(stack, 'azurerm', { features: [{}], subscriptionId });

const resourceGroup = new ResourceGroup(stack, 'resource-group', { name: 'rg-sandboxes', location });
const network = new VirtualNetwork(stack, 'network', {
  name: 'vnet-sandboxes',
  resourceGroupName: resourceGroup.name,
  location,
  addressSpace: [CLIENTS],
});
const subnet = new Subnet(stack, 'subnet', {
  name: 'snet-sandboxes',
  resourceGroupName: resourceGroup.name,
  virtualNetworkName: network.name,
  addressPrefixes: [SESSIONS],
  delegation: [
    {
      name: 'container-apps',
      serviceDelegation: { name: 'Microsoft.App/environments', actions: ['Microsoft.Network/virtualNetworks/subnets/join/action'] },
    },
  ],
});

/** What Container Apps needs of a subnet: docs/networking.md. The rest is denied. */
const OUTBOUND = [
  { name: 'registry', destinationAddressPrefix: 'MicrosoftContainerRegistry', destinationPortRange: '443' },
  { name: 'front-door', destinationAddressPrefix: 'AzureFrontDoor.FirstParty', destinationPortRange: '443' },
  { name: 'entra', destinationAddressPrefix: 'AzureActiveDirectory', destinationPortRange: '443' },
  { name: 'monitor', destinationAddressPrefix: 'AzureMonitor', destinationPortRange: '443' },
  { name: 'dns', destinationAddressPrefix: '168.63.129.16', destinationPortRange: '53', protocol: '*' },
  { name: 'within', destinationAddressPrefix: SESSIONS, destinationPortRange: '*', protocol: '*' },
];
const INBOUND = [
  { name: 'clients', sourceAddressPrefix: CLIENTS, destinationPortRanges: ['443', '31443'] },
  { name: 'probes', sourceAddressPrefix: 'AzureLoadBalancer', destinationPortRange: '30000-32767' },
];
const rule = { access: 'Allow', protocol: 'Tcp', sourcePortRange: '*' };

const securityGroup = new NetworkSecurityGroup(stack, 'security-group', {
  name: 'nsg-sandboxes',
  resourceGroupName: resourceGroup.name,
  location,
  securityRule: [
    ...INBOUND.map((each, index) => ({
      ...rule,
      direction: 'Inbound',
      priority: 100 + index,
      destinationAddressPrefix: SESSIONS,
      ...each,
    })),
    ...OUTBOUND.map((each, index) => ({ ...rule, direction: 'Outbound', priority: 100 + index, sourceAddressPrefix: SESSIONS, ...each })),
    ...['Inbound', 'Outbound'].map(direction => ({
      ...rule,
      name: `deny-${direction.toLowerCase()}`,
      access: 'Deny',
      protocol: '*',
      direction,
      priority: 4096,
      sourceAddressPrefix: '*',
      destinationAddressPrefix: '*',
      destinationPortRange: '*',
    })),
  ],
});
const routes = new RouteTable(stack, 'routes', {
  name: 'rt-sandboxes',
  resourceGroupName: resourceGroup.name,
  location,
  route: [{ name: 'egress', addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopInIpAddress: FIREWALL }],
});
const guards = [
  new SubnetNetworkSecurityGroupAssociation(stack, 'guarded-subnet', { subnetId: subnet.id, networkSecurityGroupId: securityGroup.id }),
  new SubnetRouteTableAssociation(stack, 'routed-subnet', { subnetId: subnet.id, routeTableId: routes.id }),
];
const workspace = new LogAnalyticsWorkspace(stack, 'workspace', { name: 'log-sandboxes', resourceGroupName: resourceGroup.name, location });

const environment = new SessionPoolEnvironment(stack, 'environment', {
  resourceGroupId: resourceGroup.id,
  location,
  infrastructureSubnetId: subnet.id,
  zoneRedundant: true,
  dependsOn: guards,
});
environment.sendLogsTo('logs', LogDestination.logAnalyticsWorkspace(workspace.id));
// Without it, nobody in the network resolves the host of the pool.
new SessionPoolPrivateDnsZone(stack, 'dns', { environment });

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
