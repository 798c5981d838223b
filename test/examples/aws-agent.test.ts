import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';

const AWS_APP = join(__dirname, '..', '..', 'examples', 'aws-agent', 'aws.ts');

const directory = mkdtempSync(join(tmpdir(), 'session-pools-aws-'));

afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Template {
  readonly Resources: { readonly [id: string]: { readonly Type: string; readonly Properties: object } };
}

function templateWith(outputs: { [name: string]: string }): Template {
  const file = join(directory, 'outputs.json');
  writeFileSync(file, JSON.stringify({ 'aws-agent': outputs }));
  process.env.AZURE_OUTPUTS_FILE = file;
  process.env.CDK_OUTDIR = join(directory, 'cdk.out');
  let template;
  jest.isolateModules(() => {
    const cdk = jest.requireActual<{ App: typeof App }>('aws-cdk-lib');
    const synth = jest.spyOn(cdk.App.prototype, 'synth');
    jest.requireActual(AWS_APP);
    template = synth.mock.results[0].value.getStackByName('session-pool-agent').template;
    synth.mockRestore();
  });
  delete process.env.AZURE_OUTPUTS_FILE;
  delete process.env.CDK_OUTDIR;
  return template!;
}

test('the agent in AWS gets the endpoint and the identity from the outputs of the Azure side', () => {
  const { Resources } = templateWith({
    executeCode: 'https://pool/executions?api-version=1',
    stopSession: 'https://pool/session?api-version=1',
    tokenScope: 's',
    clientId: 'c',
    tenantId: 't',
  });
  expect(Object.values(Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function')).toMatchObject([
    {
      Properties: {
        Handler: 'index.handler',
        Environment: {
          Variables: {
            EXECUTE_CODE_URL: 'https://pool/executions?api-version=1',
            STOP_SESSION_URL: 'https://pool/session?api-version=1',
            SESSION_POOL_TOKEN_SCOPE: 's',
            AZURE_CLIENT_ID: 'c',
            AZURE_TENANT_ID: 't',
          },
        },
      },
    },
  ]);
});

test('the agent in AWS may ask for tokens for Entra and for nothing else', () => {
  const { Resources } = templateWith({ executeCode: 'e', stopSession: 'd', tokenScope: 's', clientId: 'c', tenantId: 't' });
  expect(Object.values(Resources).filter(({ Type }) => Type === 'AWS::IAM::Policy')).toMatchObject([
    {
      Properties: {
        PolicyDocument: {
          Statement: [
            {
              Action: 'sts:GetWebIdentityToken',
              Effect: 'Allow',
              Condition: { 'ForAllValues:StringEquals': { 'sts:IdentityTokenAudience': ['api://AzureADTokenExchange'] } },
            },
          ],
        },
      },
    },
  ]);
});

test('the AWS side says what is missing before the Azure side is deployed', () => {
  expect(() => jest.isolateModules(() => void jest.requireActual(AWS_APP))).toThrow(
    /outputs\.json is missing: deploy the Azure side first, with --outputs-file outputs\.json/,
  );
});
