import { App, DataTerraformRemoteStateLocal, TerraformOutput, TerraformStack } from 'cdktf';
import { AzapiProvider, CodeInterpreterType, Principal, SessionPool } from '../../../lib';

/** Another app that knows the pool of the first one by its remote state only. */
const app = new App();
const stack = new TerraformStack(app, 'second');
new AzapiProvider(stack, 'azapi');
const first = new DataTerraformRemoteStateLocal(stack, 'first', { path: process.env.FIRST_STATE });
const pool = SessionPool.fromSessionPoolAttributes(stack, 'pool', {
  sessionPoolId: first.getString('sessionPoolId'),
  poolManagementEndpoint: first.getString('poolManagementEndpoint'),
  containerType: CodeInterpreterType.PYTHON_LTS,
});
pool.grants.execute(Principal.managedIdentity('11111111-2222-3333-4444-555555555555'));
new TerraformOutput(stack, 'executeCode', { value: pool.endpoints.executeCode, staticId: true });
app.synth();
