import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { Effect, ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';

/** What `cdktf deploy --outputs-file outputs.json` writes for the stack of main.ts. */
interface AzureOutputs {
  readonly executeCode: string;
  readonly stopSession: string;
  readonly tokenScope: string;
  readonly clientId: string;
  readonly tenantId: string;
}

const outputsFile = process.env.AZURE_OUTPUTS_FILE ?? join(__dirname, 'outputs.json');
if (!existsSync(outputsFile)) {
  throw new Error(`${outputsFile} is missing: deploy the Azure side first, with --outputs-file outputs.json`);
}
const azure = (JSON.parse(readFileSync(outputsFile, 'utf8')) as { 'aws-agent': AzureOutputs })['aws-agent'];

const app = new App();
const stack = new Stack(app, 'session-pool-agent');

const role = new Role(stack, 'role', {
  roleName: 'session-pool-agent',
  assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole')],
});
role.addToPolicy(
  new PolicyStatement({
    effect: Effect.ALLOW,
    actions: ['sts:GetWebIdentityToken'],
    resources: ['*'],
    conditions: { 'ForAllValues:StringEquals': { 'sts:IdentityTokenAudience': ['api://AzureADTokenExchange'] } },
  }),
);

new Function(stack, 'agent', {
  runtime: Runtime.PYTHON_3_13,
  handler: 'index.handler',
  code: Code.fromInline(readFileSync(join(__dirname, 'agent.py'), 'utf8')),
  role,
  timeout: Duration.seconds(90),
  environment: {
    EXECUTE_CODE_URL: azure.executeCode,
    STOP_SESSION_URL: azure.stopSession,
    SESSION_POOL_TOKEN_SCOPE: azure.tokenScope,
    AZURE_CLIENT_ID: azure.clientId,
    AZURE_TENANT_ID: azure.tenantId,
  },
});

app.synth();
