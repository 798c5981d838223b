import { ContainerRegistry } from '@cdktf/provider-azurerm/lib/container-registry';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { AzapiProvider, CustomContainerPool, RegistryCredentials, SessionPoolEnvironment } from 'cdktf-azure-session-pools';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';
const location = 'westeurope';

const app = new App();
const stack = new TerraformStack(app, 'private-registry');
new AzapiProvider(stack, 'azapi', { subscriptionId });
new AzurermProvider(stack, 'azurerm', { features: [{}], subscriptionId });

const resourceGroup = new ResourceGroup(stack, 'resource-group', { name: 'rg-sandboxes', location });
const registry = new ContainerRegistry(stack, 'registry', {
  name: 'crsandboxes',
  resourceGroupName: resourceGroup.name,
  location,
  sku: 'Basic',
});
const puller = new UserAssignedIdentity(stack, 'puller', { name: 'id-sandbox-pull', resourceGroupName: resourceGroup.name, location });

const pool = new CustomContainerPool(stack, 'sandbox', {
  resourceGroupId: resourceGroup.id,
  location,
  environment: new SessionPoolEnvironment(stack, 'environment', {
    resourceGroupId: resourceGroup.id,
    location,
    acknowledgements: [{ id: 'logs-go-nowhere', reason: 'the diagnostic setting belongs to the platform team' }],
  }),
  image: 'crsandboxes.azurecr.io/sandbox@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  targetPort: 8080,
  registryCredentials: RegistryCredentials.fromContainerRegistry(registry, puller),
});

new TerraformOutput(stack, 'poolManagementEndpoint', { value: pool.poolManagementEndpoint, staticId: true });

app.synth();
