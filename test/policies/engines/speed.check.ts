import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TerraformStack, Testing } from 'cdktf';
import { AzapiProvider, PolicyResourceKind } from '../../../lib';
import { builtInRules } from '../../../lib/policies/rules';
import { testApp } from '../../support/synth';
import { FIXTURES } from '../fixtures';
import { writeData } from './engines';
import { planFileOf, readPlanFile } from './plan-files';
import type { Tool } from './tools';
import { describeWithTools, POLICY, run } from './tools';
import { pinned } from '../fixtures/rule-fixtures';

const POOLS = 1000;
const RULES = builtInRules().filter(({ kind }) => kind === PolicyResourceKind.SESSION_POOL).length;
const SIZES = [POOLS / 4, POOLS / 2, POOLS];
const directory = mkdtempSync(join(tmpdir(), 'session-pools-speed-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function configuration(pools: number): string {
  const stack = new TerraformStack(testApp(), 'stack');
  new AzapiProvider(stack, 'azapi');
  Array.from({ length: pools }, (_, index) => pinned(stack, { sessionPoolName: `pool${index}` }, `pool${index}`));
  return Testing.synth(stack);
}

/** The plan of one pool, with the pool as often as asked for. */
function plan(pools: number): string {
  const { ruleId, name } = FIXTURES.find(fixture => fixture.name === 'ok: user-assigned')!;
  const { plan: one } = readPlanFile(planFileOf(ruleId))[name];
  const numbered = <T>(item: T) =>
    Array.from({ length: pools }, (_, index) => JSON.parse(JSON.stringify(item).replaceAll('pool_', `pool${index}_`)) as T);
  const {
    planned_values: values,
    resource_changes: changes,
    configuration: { provider_config, root_module: root },
  } = one;
  return JSON.stringify({
    ...one,
    planned_values: { root_module: { resources: numbered(values.root_module.resources![0]) } },
    resource_changes: numbered(changes[0]),
    configuration: { provider_config, root_module: { resources: numbered(root.resources![0]) } },
  });
}

function write(name: string, file: string, content: string): string {
  const to = join(directory, name);
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, file), content);
  return to;
}

/** Milliseconds, at best of two, since others use the machine too. */
function fastest(tool: Tool, args: string[]): number {
  return Math.min(...[1, 2].map(() => run(tool, args).milliseconds));
}

/** Work is counted: a count is the same in every run, whatever else the machine does. Times are printed only. */
function expectLinear(work: number[], limitPerPool: number): void {
  const [quarter, half, whole] = work;
  expect(whole - half).toBeGreaterThan(0);
  expect(whole - half).toBeLessThanOrEqual(2.02 * (half - quarter));
  expect(whole / POOLS).toBeLessThanOrEqual(limitPerPool);
}

const INPUTS: Array<[input: string, file: string, content: (pools: number) => string]> = [
  ['cdk.tf.json', 'cdk.tf.json', configuration],
  ['plan JSON', 'plan.json', plan],
];

describeWithTools(['conftest', 'opa'], 'conftest', () => {
  test.each(INPUTS)(`evaluates at most 1,000 expressions a pool on %s, for ${POOLS} pools too`, (input, file, content) => {
    const rego = join(POLICY, 'session_pools');
    const fileOf = (pools: number) => join(write(`conftest-${input}-${pools}`, file, content(pools)), file);
    const conftest = (pools: number) =>
      fastest('conftest', ['test', '--policy', rego, '--namespace', 'session_pools', '--data', writeData(directory), fileOf(pools)]);
    const start = conftest(1);
    process.stdout.write(
      `conftest on ${input}: ${POOLS} pools in ${Math.round(conftest(POOLS) - start)} ms, after a start of ${Math.round(start)} ms\n`,
    );

    const evaluations = SIZES.map(pools => {
      const profile = ['--profile', '--profile-limit', '1000000', '--format', 'json'];
      const data = ['--data', rego, '--data', writeData(directory), '--input', fileOf(pools)];
      const { stdout } = run('opa', ['eval', ...profile, ...data, 'data.session_pools']);
      return (JSON.parse(stdout) as { profile: Array<{ num_eval: number }> }).profile.reduce((sum, { num_eval }) => sum + num_eval, 0);
    });
    process.stdout.write(`opa on ${input}: ${evaluations.join(', ')} expressions for ${SIZES.join(', ')} pools\n`);
    expectLinear(evaluations, 1_000);
  });
});

describeWithTools(['checkov'], 'Checkov', () => {
  // Checkov itself, without any check, reads the same files in 20 to 31 s; what is ours are the checks.
  test.each(INPUTS)(`its checks take at most 20,000 instructions a pool on %s, for ${POOLS} pools too`, (input, file, content) => {
    const measured = (unit: 'milliseconds' | 'instructions', pools: number): number => {
      const to = write(`checkov-${input}-${pools}`, file, content(pools));
      const args = [join(__dirname, 'measure_checks.py'), unit, join(POLICY, 'checkov'), '--directory', to, file];
      const { stdout } = run('python', args, { SESSION_POOL_POLICIES: writeData(directory), PYTHONDONTWRITEBYTECODE: '1' });
      process.stdout.write(`Checkov's checks on ${input}: ${stdout}`);
      expect(stdout).toContain(`${pools} resources, ${RULES * pools} results, `);
      return Number(/(\d+) \w+$/.exec(stdout.trim())![1]);
    };
    measured('milliseconds', POOLS);
    expectLinear(
      SIZES.map(pools => measured('instructions', pools)),
      20_000,
    );
  });
});
