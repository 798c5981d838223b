import { ContainerAppEnvironment } from '@cdktf/provider-azurerm/lib/container-app-environment';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { AzapiProvider, CustomContainerPool, SessionNetworkStatus, SessionPoolEnvironment } from 'cdktf-azure-session-pools';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';

const app = new App();
const stack = new TerraformStack(app, 'custom-container');
new AzapiProvider(stack, 'azapi', { subscriptionId });
new AzurermProvider(stack, 'azurerm', { features: [{}], subscriptionId });

const resourceGroup = new ResourceGroup(stack, 'resource-group', { name: 'my-resource-group', location: 'westus2' });

const environment = new ContainerAppEnvironment(stack, 'environment', {
  name: 'my-environment',
  resourceGroupName: resourceGroup.name,
  location: resourceGroup.location,
  workloadProfile: [{ name: 'Consumption', workloadProfileType: 'Consumption' }],
});

const pool = new CustomContainerPool(stack, 'pool', {
  resourceGroupId: resourceGroup.id,
  location: 'westus2',
  sessionPoolName: 'my-session-pool',
  environment: SessionPoolEnvironment.fromContainerAppEnvironment(stack, 'pool-environment', environment),
  image: 'myregistry.azurecr.io/my-container-image:1.0',
  cpu: 0.25,
  memory: '0.5Gi',
  targetPort: 80,
  maxConcurrentSessions: 10,
  readySessionInstances: 5,
  networkStatus: SessionNetworkStatus.EGRESS_DISABLED,
  environmentVariables: { key1: 'value1', key2: 'value2' },
  acknowledgements: [{ id: 'name-hyphen', reason: 'the name is the one that the guide uses' }],
});

new TerraformOutput(stack, 'poolManagementEndpoint', { value: pool.poolManagementEndpoint, staticId: true });

app.synth();
