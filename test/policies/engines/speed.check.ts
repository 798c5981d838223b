import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TerraformStack, Testing } from 'cdktf';
import { AzapiProvider } from '../../../lib';
import { testApp } from '../../support/synth';
import { FIXTURES } from '../fixtures';
import { writeData } from './engines';
import { planFileOf, readPlanFile } from './plan-files';
import type { Tool } from './tools';
import { describeWithTools, POLICY, run } from './tools';
import { pinned } from '../fixtures/rule-fixtures';

const POOLS = 1000;
const LIMIT = 2000;
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

/** Milliseconds, at best of five, since others use the machine too. */
function fastest(tool: Tool, args: string[], env: { [name: string]: string } = {}): number {
  return Math.min(...[1, 2, 3, 4, 5].map(() => run(tool, args, env).milliseconds));
}

function report(engine: string, whole: number, start: number): void {
  process.stdout.write(`${engine}: ${POOLS} pools in ${Math.round(whole - start)} ms, after a start of ${Math.round(start)} ms\n`);
  expect(whole - start).toBeLessThan(LIMIT);
}

const INPUTS: Array<[input: string, file: string, content: (pools: number) => string]> = [
  ['cdk.tf.json', 'cdk.tf.json', configuration],
  ['plan JSON', 'plan.json', plan],
];

describeWithTools(['conftest'], 'conftest', () => {
  test.each(INPUTS)(
    `checks ${POOLS} pools in less than two seconds on %s`,
    (input, file, content) => {
      const args = (pools: number) => [
        'test',
        '--policy',
        join(POLICY, 'session_pools'),
        '--namespace',
        'session_pools',
        '--data',
        writeData(directory),
        join(write(`conftest-${input}-${pools}`, file, content(pools)), file),
      ];
      report(`conftest on ${input}`, fastest('conftest', args(POOLS)), fastest('conftest', args(1)));
    },
    120_000,
  );
});

describeWithTools(['checkov'], 'Checkov', () => {
  // Checkov itself, without any check, reads the same files in 20 to 31 s; what is ours are the checks.
  test.each(INPUTS)(
    `its checks take less than two seconds for ${POOLS} pools on %s`,
    (input, file, content) => {
      const args = [
        join(__dirname, 'time_checks.py'),
        join(POLICY, 'checkov'),
        '--directory',
        write(`checkov-${input}`, file, content(POOLS)),
        file,
      ];
      const { stdout } = run('python', args, { SESSION_POOL_POLICIES: writeData(directory), PYTHONDONTWRITEBYTECODE: '1' });
      process.stdout.write(`Checkov's checks on ${input}: ${stdout}`);
      expect(stdout).toMatch(/^15 checks, 1000 resources, 15000 results, /);
      expect(Number(/(\d+) ms/.exec(stdout)![1])).toBeLessThan(LIMIT);
    },
    60_000,
  );
});
