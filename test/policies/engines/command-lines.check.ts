import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PolicyResourceKind, SessionNetworkStatus } from '../../../lib';
import { builtInRules } from '../../../lib/policies/rules';
import { interpreter } from '../../support/fixtures';
import { testApp } from '../../support/synth';
import { PARAMETERS } from '../fixtures';
import { checkovReports, newStack } from './engines';
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

/** A data file with an acknowledgement as people write it in YAML: nothing has quotes, and the reason reads like a truth value of YAML 1.1. */
function acknowledgedInYaml(id: string, expires: string): string {
  const parameters = `  parameters: ${JSON.stringify(PARAMETERS)}\n`;
  return `session_pools:\n${parameters}  acknowledgements:\n    - { id: ${id}, reason: no, expires: ${expires} }\n`;
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
    'a day that there is not, without quotes in YAML',
    write('data', 'day.yaml', acknowledgedInYaml('SessionPoolCooldown', '2999-02-31')),
    "session_pools.acknowledgements[0].expires must be a day such as '2027-01-31', got '2999-02-31'",
  ],
  [
    'a time in YAML',
    write('data', 'time.yaml', acknowledgedInYaml('SessionPoolCooldown', '2999-12-31T00:00:00Z')),
    "session_pools.acknowledgements[0].expires must be a day such as '2027-01-31', got '2999-12-31T00:00:00Z'",
  ],
  [
    'a number for a day in YAML',
    write('data', 'number.yaml', acknowledgedInYaml('SessionPoolCooldown', '29991231')),
    'session_pools.acknowledgements[0].expires must be text, got 29991231',
  ],
  [
    'text for a list',
    write('data', 'list.json', { session_pools: { parameters: { requiredTags: 'owner' } } }),
    "must be a list, got 'owner'",
  ],
];

const HCL = `
variable "type" {}

resource "azapi_resource" "pool" {
  type = "Microsoft.App/sessionPools@2026-01-01"
  body = {}
}

resource "azapi_resource" "expression" {
  type = var.type
  body = {}
}

resource "azapi_resource_action" "patch" {
  type   = "microsoft.app/SESSIONPOOLS@2026-01-01"
  method = "PATCH"
}

resource "azapi_update_resource" "update" {
  type = "Microsoft.App/sessionPools@2026-01-01"
  body = {}
}

resource "azurerm_resource_group_template_deployment" "deployment" {
  template_content = "{ \\"type\\": \\"Microsoft.App/sessionPools\\" }"
}

resource "azurerm_container_app_environment" "environment" {
  name = "it"
}

resource "azurerm_role_assignment" "grant" {
  role_definition_name = "Owner"
}

resource "azapi_resource" "job" {
  type = "Microsoft.App/jobs@2026-01-01"
}

resource "azapi_resource_action" "key" {
  type   = "Microsoft.App/sessionPools@2026-01-01"
  method = "POST"
  action = "fetchMCPServerCredentials"
}
`;
const HCL_ADDRESSES = [...HCL.matchAll(/^resource "(\w+)" "(\w+)"/gm)].map(([, type, name]) => `${type}.${name}`);
const NOT_JUDGED = 'HCL is not judged: give the plan';
const OF_POOLS = builtInRules().filter(({ kind }) => kind === PolicyResourceKind.SESSION_POOL).length;

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
    ['a list, of which conftest takes each item', [{ resource: {} }, configuration()], 'there is nothing here that can be judged'],
    ['a list in a list', [[configuration()]], 'this is neither a configuration'],
    ['null', null, 'this is neither a configuration'],
    ['the JSON of a state', { format_version: '1.0', terraform_version: '1.11.4', values: { root_module: {} } }, 'this is neither'],
    ['a configuration without pools', { resource: { terraform_data: { it: {} } } }, 'there is nothing here that can be judged'],
    ['a plan without pools', { ...PLAN, resource_changes: [] }, 'there is nothing here that can be judged'],
    ['a plan with an error', { ...PLAN, errored: true }, 'the plan ended with an error'],
  ])('fails on %s', (name, input, message) => {
    const file = write('inputs', `${name}.json`, input);
    expect(conftest(DATA, file)).toMatchObject({ status: 1, output: expect.stringContaining(`SessionPoolInput: ${message}`) });
  });

  test('reads a day without quotes in YAML as text', () => {
    const data = write('data', 'acknowledged.yaml', acknowledgedInYaml(EGRESS, '2999-12-31'));
    expect(conftest(data, BROKEN)).toMatchObject({ status: 0 });
    const ended = write('data', 'ended.yaml', acknowledgedInYaml(EGRESS, '2020-12-31'));
    expect(conftest(ended, BROKEN)).toMatchObject({ status: 1, output: expect.stringContaining('(was accepted until 2020-12-31)') });
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

  test('reads a day without quotes in YAML as text', () => {
    const given = (expires: string) => write('data', `acknowledged until ${expires}.yaml`, acknowledgedInYaml(EGRESS, expires));
    expect(checkov(given('2999-12-31'), '--file', BROKEN, '--framework', 'terraform_json')).toMatchObject({ status: 0 });
    expect(checkov(given('2020-12-31'), '--file', BROKEN, '--framework', 'terraform_json')).toMatchObject({
      status: 1,
      output: expect.stringContaining('(was accepted until 2020-12-31)'),
    });
  });

  test('judges a file that it cannot parse, and a plan that is wrapped, in one run of two frameworks', () => {
    const unreadable = { ...configuration(SessionNetworkStatus.EGRESS_ENABLED), terraform: { required_version: '>= 1.11.0' } };
    write('both', 'cdk.tf.json', unreadable);
    write('both', 'plan.json', { plan: PLAN });
    const { status, output } = checkov(DATA, '--directory', join(directory, 'both'), '--framework', 'terraform_json', 'terraform_plan');
    expect({ status, findings: output.match(/Details: SessionPoolEgressDisabled: /g)?.length }).toEqual({ status: 1, findings: 3 });
  });

  test('fails what is in HCL, which the checks do not read, and leaves other HCL alone', () => {
    write('hcl', 'main.tf', HCL);
    const reports = checkovReports(join(directory, 'hcl'), 'terraform', DATA);
    const failed = reports.flatMap(({ results }) => results.failed_checks).filter(({ details }) => details[0].endsWith(NOT_JUDGED));
    const rules = (address: string) => failed.filter(({ resource }) => resource === address).length;
    expect(Object.fromEntries(HCL_ADDRESSES.map(address => [address, rules(address)]))).toEqual({
      'azapi_resource.pool': OF_POOLS,
      'azapi_resource.expression': builtInRules().length,
      'azapi_resource_action.patch': OF_POOLS,
      'azapi_update_resource.update': OF_POOLS,
      'azurerm_resource_group_template_deployment.deployment': OF_POOLS,
      'azurerm_container_app_environment.environment': 1,
      'azurerm_role_assignment.grant': 1,
      'azapi_resource.job': 0,
      'azapi_resource_action.key': 0,
    });
  });

  test('takes the severity from the level', () => {
    const data = write('data', 'warning.json', { session_pools: { parameters: { ...PARAMETERS, levels: { [EGRESS]: 'warning' } } } });
    const { output } = checkov(data, '--file', BROKEN, '--framework', 'terraform_json');
    expect(output.match(/Severity: \w+/g)).toEqual(['Severity: LOW', 'Severity: LOW']);
  });
});
