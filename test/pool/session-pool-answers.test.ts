import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TerraformOutput } from 'cdktf';
import { interpreter } from '../support/fixtures';
import { synthesize } from '../support/synth';
import { temporaryDirectory, terraformSucceeds } from '../support/terraform';

const ID = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.App/sessionPools/pool1';
const ENDPOINT =
  'https://westus2.dynamicsessions.io/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/sessionPools/pool1';

/** What the check of a stack with a pool says, where a local value stands for the pool. */
function differencesFor(answers: readonly unknown[]): string[][] {
  const configuration = synthesize(stack => {
    new TerraformOutput(stack, 'endpoint', { value: interpreter(stack, { mcpServer: {} }).poolManagementEndpoint, staticId: true });
  }) as object as { locals: { SessionPoolAnswers: string[] } };
  const output = Object.fromEntries(
    answers.map((_, index) => {
      const text = JSON.stringify(configuration.locals.SessionPoolAnswers).replace(/azapi_resource\.pool_056F3F7E/g, `local.pool${index}`);
      return [`answer${index}`, { value: JSON.parse(text) as string[] }];
    }),
  );
  const locals = Object.fromEntries(
    answers.map((answer, index) => [`pool${index}`, { id: ID, name: 'pool1', location: 'West US 2', output: answer }]),
  );
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'main.tf.json'), JSON.stringify({ locals, output }));
  terraformSucceeds(directory, 'init');
  terraformSucceeds(directory, 'apply', '-auto-approve');
  const outputs = JSON.parse(terraformSucceeds(directory, 'output', '-json')) as { [name: string]: { value: string[] } };
  return answers.map((_, index) =>
    outputs[`answer${index}`].value.filter(Boolean).map(difference => /^session pool 'stack\/pool': (\w+)\b/.exec(difference)![1]),
  );
}

test('what Azure answers with is compared as Azure means it', () => {
  const answered = (properties: object) => ({
    properties: {
      poolManagementEndpoint: ENDPOINT,
      sessionNetworkConfiguration: { status: 'EgressDisabled' },
      mcpServerSettings: { isMcpServerEnabled: true },
      ...properties,
    },
  });
  const CASES: Array<[unknown, string[]]> = [
    [answered({}), []],
    [answered({ poolManagementEndpoint: ENDPOINT.replace('rg', 'RG') }), []],
    [answered({ sessionNetworkConfiguration: { status: 'egressdisabled' } }), []],
    [answered({ sessionNetworkConfiguration: null, poolManagementEndpoint: null }), []],
    [answered({ poolManagementEndpoint: ENDPOINT.replace('.io', '.us') }), ['poolManagementEndpoint']],
    [answered({ sessionNetworkConfiguration: { status: 'EgressEnabled' } }), ['networkStatus']],
    [answered({ mcpServerSettings: { isMcpServerEnabled: false } }), ['mcpServer']],
    [answered({ mcpServerSettings: null }), ['mcpServer']],
    [null, ['mcpServer']],
  ];
  expect(differencesFor(CASES.map(([answer]) => answer))).toStrictEqual(CASES.map(([, differences]) => differences));
});
