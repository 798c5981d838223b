import { ContainerApp } from '@cdktf/provider-azurerm/lib/container-app';
import { ContainerAppEnvironment } from '@cdktf/provider-azurerm/lib/container-app-environment';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { App, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { AzapiProvider, CodeInterpreterPool } from 'cdktf-azure-session-pools';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';

class PlatformStack extends TerraformStack {
  public readonly resourceGroup: ResourceGroup;
  public readonly environment: ContainerAppEnvironment;
  public readonly interpreter: CodeInterpreterPool;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}], subscriptionId });
    new AzapiProvider(this, 'azapi', { subscriptionId });
    this.resourceGroup = new ResourceGroup(this, 'resource-group', { name: 'rg-agents', location: 'westeurope' });
    this.environment = new ContainerAppEnvironment(this, 'environment', {
      name: 'cae-agents',
      resourceGroupName: this.resourceGroup.name,
      location: this.resourceGroup.location,
    });
    this.interpreter = new CodeInterpreterPool(this, 'interpreter', {
      resourceGroupId: this.resourceGroup.id,
      location: this.resourceGroup.location,
      maxConcurrentSessions: 50,
      tags: { team: 'agents' },
    });
  }
}

class AgentStack extends TerraformStack {
  constructor(scope: Construct, id: string, platform: PlatformStack) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}], subscriptionId });
    new ContainerApp(this, 'agent', {
      name: 'agent',
      resourceGroupName: platform.resourceGroup.name,
      containerAppEnvironmentId: platform.environment.id,
      revisionMode: 'Single',
      template: {
        container: [
          {
            name: 'agent',
            image: 'mcr.microsoft.com/k8se/quickstart:1.0',
            cpu: 0.25,
            memory: '0.5Gi',
            env: [{ name: 'POOL_MANAGEMENT_ENDPOINT', value: platform.interpreter.poolManagementEndpoint }],
          },
        ],
      },
    });
  }
}

const app = new App();
const platform = new PlatformStack(app, 'platform');
new AgentStack(app, 'agent', platform);
app.synth();
