import { App, LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { AzapiProvider, CodeInterpreterPool } from '../../../lib';

/** An app of its own that defines a pool and gives two values to others. */
const app = new App();
const stack = new TerraformStack(app, 'first');
new LocalBackend(stack, { path: process.env.FIRST_STATE });
new AzapiProvider(stack, 'azapi');
const pool = new CodeInterpreterPool(stack, 'pool', {
  resourceGroupId: `/subscriptions/${process.env.ARM_SUBSCRIPTION_ID}/resourceGroups/rg`,
  location: 'westus2',
  sessionPoolName: 'firstpool',
});
new TerraformOutput(stack, 'sessionPoolId', { value: pool.sessionPoolId, staticId: true });
new TerraformOutput(stack, 'poolManagementEndpoint', { value: pool.poolManagementEndpoint, staticId: true });
app.synth();
