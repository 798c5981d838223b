import { ContainerApp } from '@cdktf/provider-azurerm/lib/container-app';
import { ContainerAppEnvironment } from '@cdktf/provider-azurerm/lib/container-app-environment';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { App, TerraformStack } from 'cdktf';
import { AzapiProvider, CodeInterpreterPool, Principal } from 'cdktf-azure-session-pools';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';
const location = 'westeurope';

const app = new App();
const stack = new TerraformStack(app, 'agent-app');
new AzapiProvider(stack, 'azapi', { subscriptionId });
new AzurermProvider(stack, 'azurerm', { features: [{}], subscriptionId });

const resourceGroup = new ResourceGroup(stack, 'resource-group', { name: 'rg-agent', location });
const identity = new UserAssignedIdentity(stack, 'identity', { name: 'id-agent', resourceGroupName: resourceGroup.name, location });
const environment = new ContainerAppEnvironment(stack, 'environment', {
  name: 'cae-agent',
  resourceGroupName: resourceGroup.name,
  location,
});

const interpreter = new CodeInterpreterPool(stack, 'interpreter', { resourceGroupId: resourceGroup.id, location });
const grant = interpreter.grants.execute(Principal.managedIdentity(identity.principalId));

const variables = interpreter.endpoints.toEnvironmentVariables({ clientId: identity.clientId });
new ContainerApp(stack, 'agent', {
  name: 'agent',
  resourceGroupName: resourceGroup.name,
  containerAppEnvironmentId: environment.id,
  revisionMode: 'Single',
  identity: { type: 'UserAssigned', identityIds: [identity.id] },
  template: {
    container: [
      {
        name: 'agent',
        image: 'mcr.microsoft.com/k8se/quickstart:1.0',
        cpu: 0.25,
        memory: '0.5Gi',
        env: Object.entries(variables).map(([name, value]) => ({ name, value })),
      },
    ],
  },
  dependsOn: [grant],
});

app.synth();
