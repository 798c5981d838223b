import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SessionNetworkStatus } from '../../../lib';
import { interpreter } from '../../support/fixtures';
import { testApp } from '../../support/synth';
import { PARAMETERS } from '../fixtures';
import { newStack } from './engines';
import { planFileOf, readPlanFile } from './plan-files';
import { describeWithTools, POLICY, run } from './tools';

const EGRESS = 'SessionPoolEgressDisabled';
const directory = mkdtempSync(join(tmpdir(), 'session-pools-command-lines-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function write(folder: string, file: string, content: unknown): string {
  mkdirSync(join(directory, folder), { recursive: true });
  const path = join(directory, folder, file);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function configuration(networkStatus?: SessionNetworkStatus): object {
  const stack = newStack(testApp());
  ['one', 'other'].forEach(id => interpreter(stack, { networkStatus, tags: { owner: 'a', costCenter: 'b' }, location: 'westeurope' }, id));
  return JSON.parse(JSON.stringify(stack.toTerraform())) as object;
}

const DATA = write('data', 'policy.json', { session_pools: { parameters: PARAMETERS } });
const KEPT = write('kept', 'cdk.tf.json', configuration());
const BROKEN = write('broken', 'cdk.tf.json', configuration(SessionNetworkStatus.EGRESS_ENABLED));
const PLAN = readPlanFile(planFileOf(EGRESS))['bad: enabled'].plan;

interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

function conftest(data: string | undefined, ...files: string[]): Outcome {
  const withData = data === undefined ? [] : ['--data', data];
  const { status, stdout, stderr } = run('conftest', [
    'test',
    '--policy',
    join(POLICY, 'session_pools'),
    '--namespace',
    'session_pools',
    ...withData,
    ...files,
  ]);
  return { status, output: stdout + stderr };
}

function checkov(data: string | undefined, ...args: string[]): Outcome {
  const { status, stdout, stderr } = run(
    'checkov',
    ['--external-checks-dir', join(POLICY, 'checkov'), '--check', 'CKV2_SessionPool*', '--skip-download', '--compact', '--quiet', ...args],
    { SESSION_POOL_POLICIES: data ?? '', PYTHONDONTWRITEBYTECODE: '1' },
  );
  return { status, output: stdout + stderr };
}

const DATA_FILES: Array<[name: string, file: string | undefined, message: string]> = [
  ['none', undefined, 'session_pools.parameters must be given'],
  [
    'empty parameters in YAML',
    write('data', 'empty.yaml', 'session_pools:\n  parameters:\n'),
    'session_pools.parameters must be a map, got null',
  ],
  [
    'a level that there is not',
    write('data', 'level.yaml', 'session_pools:\n  parameters:\n    levels: { SessionPoolEgressDisabled: Error }\n'),
    "session_pools.parameters.levels.SessionPoolEgressDisabled must be critical, error, warning or off, got 'Error'",
  ],
  [
    'a day without quotes in YAML',
    write(
      'data',
      'day.yaml',
      'session_pools:\n  parameters: {}\n  acknowledgements:\n    - { id: SessionPoolCooldown, reason: x, expires: 2999-12-31 }\n',
    ),
    'session_pools.acknowledgements[0].expires must be ',
  ],
  [
    'text for a list',
    write('data', 'list.json', { session_pools: { parameters: { requiredTags: 'owner' } } }),
    "must be a list, got 'owner'",
  ],
];

describeWithTools(['conftest'], 'conftest', () => {
  test('passes what keeps the rules, and fails what breaks them', () => {
    expect(conftest(DATA, KEPT)).toMatchObject({ status: 0 });
    expect(conftest(DATA, BROKEN)).toMatchObject({ status: 1, output: expect.stringContaining(EGRESS) });
  });

  test.each(DATA_FILES)('fails with a wrong data file: %s', (_name, data, message) => {
    expect(conftest(data, KEPT)).toMatchObject({ status: 1, output: expect.stringContaining(message) });
  });

  test.each<[string, unknown, string]>([
    ['nothing', {}, 'this is neither a configuration'],
    ['a list', [{ resource: {} }], 'this is neither a configuration'],
    ['the JSON of a state', { format_version: '1.0', terraform_version: '1.11.4', values: { root_module: {} } }, 'this is neither'],
    ['a configuration without pools', { resource: { terraform_data: { it: {} } } }, 'there is nothing here that can be judged'],
    ['a plan without pools', { ...PLAN, resource_changes: [] }, 'there is nothing here that can be judged'],
    ['a plan with an error', { ...PLAN, errored: true }, 'the plan ended with an error'],
  ])('fails on %s', (name, input, message) => {
    const file = write('inputs', `${name}.json`, input);
    expect(conftest(DATA, file)).toMatchObject({ status: 1, output: expect.stringContaining(`SessionPoolInput: ${message}`) });
  });

  test('passes a configuration without pools where that is right', () => {
    const data = write('data', 'nothing.json', { session_pools: { parameters: { allowNothingToJudge: true } } });
    expect(conftest(data, write('inputs', 'no pools.json', { resource: {} }))).toMatchObject({ status: 0 });
    expect(conftest(data, write('inputs', 'still nothing.json', {}))).toMatchObject({ status: 1 });
  });

  test('reads the plan that HCP Terraform wraps', () => {
    expect(conftest(DATA, write('inputs', 'wrapped.json', { plan: PLAN }))).toMatchObject({
      status: 1,
      output: expect.stringContaining(EGRESS),
    });
  });
});

describeWithTools(['checkov'], 'Checkov', () => {
  test('passes what keeps the rules, and fails what breaks them', () => {
    expect(checkov(DATA, '--file', KEPT, '--framework', 'terraform_json')).toMatchObject({ status: 0 });
    expect(checkov(DATA, '--file', BROKEN, '--framework', 'terraform_json')).toMatchObject({
      status: 1,
      output: expect.stringContaining(EGRESS),
    });
  });

  test.each(DATA_FILES)('fails with a wrong data file: %s', (_name, data, message) => {
    expect(checkov(data, '--file', KEPT, '--framework', 'terraform_json')).toMatchObject({
      status: 1,
      output: expect.stringContaining(message),
    });
  });

  test.each<[string, string, string, string]>([
    ['nothing', 'terraform_json', write('nothing', 'x.tf.json', {}), 'this is neither a configuration'],
    ['no plan', 'terraform_plan', write('no-plan', 'x.json', {}), 'Checkov found nothing to read as terraform_plan'],
    [
      'the JSON of a state',
      'terraform_plan',
      write('state', 'x.json', { format_version: '1.0', terraform_version: '1.11.4', values: { root_module: {} } }),
      'this is neither a configuration',
    ],
    [
      'a configuration without pools',
      'terraform_json',
      write('no-pools', 'x.tf.json', { resource: { terraform_data: { it: {} } } }),
      'there is nothing here that can be judged',
    ],
  ])('fails on %s', (_name, framework, file, message) => {
    expect(checkov(DATA, '--directory', join(file, '..'), '--framework', framework)).toMatchObject({
      status: 1,
      output: expect.stringContaining(message),
    });
  });

  test('judges a file that it cannot parse, and a plan that is wrapped, in one run of two frameworks', () => {
    const unreadable = { ...configuration(SessionNetworkStatus.EGRESS_ENABLED), terraform: { required_version: '>= 1.11.0' } };
    write('both', 'cdk.tf.json', unreadable);
    write('both', 'plan.json', { plan: PLAN });
    const { status, output } = checkov(DATA, '--directory', join(directory, 'both'), '--framework', 'terraform_json', 'terraform_plan');
    expect({ status, findings: output.match(/Details: SessionPoolEgressDisabled: /g)?.length }).toEqual({ status: 1, findings: 3 });
  });

  test('fails a pool in HCL, which the checks do not read', () => {
    write('hcl', 'main.tf', 'resource "azapi_resource" "pool" {\n  type = "Microsoft.App/sessionPools@2026-01-01"\n  body = {}\n}\n');
    expect(checkov(DATA, '--directory', join(directory, 'hcl'), '--framework', 'terraform')).toMatchObject({
      status: 1,
      output: expect.stringContaining('HCL is not judged: give the plan'),
    });
  });

  test('takes the severity from the level', () => {
    const data = write('data', 'warning.json', { session_pools: { parameters: { ...PARAMETERS, levels: { [EGRESS]: 'warning' } } } });
    const { output } = checkov(data, '--file', BROKEN, '--framework', 'terraform_json');
    expect(output.match(/Severity: \w+/g)).toEqual(['Severity: LOW', 'Severity: LOW']);
  });
});
