import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { AzapiProvider, CodeInterpreterPool, CodeInterpreterType, SessionNetworkStatus } from 'cdktf-azure-session-pools';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';

const app = new App();
const stack = new TerraformStack(app, 'quickstart');
new AzapiProvider(stack, 'azapi', { subscriptionId });

const pool = new CodeInterpreterPool(stack, 'pool', {
  resourceGroupId: `/subscriptions/${subscriptionId}/resourceGroups/my-resource-group`,
  location: 'westus2',
  sessionPoolName: 'my-session-pool',
  containerType: CodeInterpreterType.PYTHON_LTS,
  maxConcurrentSessions: 100,
  cooldownPeriodInSeconds: 300,
  networkStatus: SessionNetworkStatus.EGRESS_DISABLED,
  acknowledgements: [{ id: 'name-hyphen', reason: 'the name is the one that the guide uses' }],
});

new TerraformOutput(stack, 'poolManagementEndpoint', { value: pool.poolManagementEndpoint, staticId: true });

app.synth();
