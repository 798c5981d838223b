import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Aspects, Testing } from 'cdktf';
import { SessionPoolPolicies } from '../../../lib';
import type { Fixture } from '../fixtures';
import { FIXTURES, PARAMETERS, stackOf } from '../fixtures';
import type { Findings } from './engines';
import { checkov, conftest, writeData } from './engines';
import { configurationOf, digestOf, planFileOf, readPlanFile } from './plan-files';
import { describeWithTools } from './tools';
import { findingsOf } from '../support/findings';

const ENGINES = ['aspect', 'Rego on cdk.tf.json', 'Rego on plan JSON', 'Checkov on cdk.tf.json', 'Checkov on plan JSON'] as const;
type Engine = (typeof ENGINES)[number];

const directory = mkdtempSync(join(tmpdir(), 'session-pools-parity-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const idOf = (index: number) => String(index).padStart(3, '0');

/** The files of all fixtures; each engine reads all of them at once. */
function writeFiles(): void {
  ['configurations', 'configurations-for-checkov', 'plans'].forEach(name => mkdirSync(join(directory, name)));
  FIXTURES.forEach((fixture, index) => {
    const configuration = configurationOf(fixture);
    writeFileSync(join(directory, 'configurations', `${idOf(index)}.tf.json`), configuration);
    writeFileSync(join(directory, 'configurations-for-checkov', `${idOf(index)}.tf.json`), withoutRequiredVersion(configuration));
    writeFileSync(
      join(directory, 'plans', `${idOf(index)}.json`),
      JSON.stringify(readPlanFile(planFileOf(fixture.ruleId))[fixture.name].plan),
    );
  });
}

/** Checkov leaves out a file with `terraform.required_version`: https://github.com/bridgecrewio/checkov/issues/7454. */
function withoutRequiredVersion(configuration: string): string {
  return JSON.stringify(JSON.parse(configuration), (key, value: unknown) => (key === 'required_version' ? undefined : value), 2);
}

function aspect(fixture: Fixture): string[] {
  const stack = stackOf(fixture);
  Aspects.of(stack).add(new SessionPoolPolicies(PARAMETERS));
  Testing.synth(stack);
  return [...new Set(findingsOf(stack).map(finding => /\[(\w+)\]/.exec(finding)![1]))].sort();
}

test('the plans are those of the fixtures: npm run policies:fixtures', () => {
  const outdated = FIXTURES.filter(
    fixture => readPlanFile(planFileOf(fixture.ruleId))[fixture.name]?.configuration !== digestOf(configurationOf(fixture)),
  );
  expect(outdated.map(({ ruleId, name }) => `${ruleId} ${name}`)).toEqual([]);
});

describeWithTools(['conftest', 'checkov'], 'parity of the aspect, Rego and Checkov', () => {
  const verdicts = {} as { [engine in Engine]: string[][] };

  beforeAll(() => {
    writeFiles();
    const data = writeData(directory);
    const [configurations, forCheckov, plans] = ['configurations', 'configurations-for-checkov', 'plans'].map(name =>
      join(directory, name),
    );
    const byIndex = (findings: Findings, suffix: string) => FIXTURES.map((_, index) => findings[idOf(index) + suffix] ?? []);
    verdicts.aspect = FIXTURES.map(aspect);
    verdicts['Rego on cdk.tf.json'] = byIndex(
      conftest(
        configurations,
        FIXTURES.map((_, index) => `${idOf(index)}.tf.json`),
        data,
      ),
      '.tf.json',
    );
    verdicts['Rego on plan JSON'] = byIndex(
      conftest(
        plans,
        FIXTURES.map((_, index) => `${idOf(index)}.json`),
        data,
      ),
      '.json',
    );
    verdicts['Checkov on cdk.tf.json'] = byIndex(checkov(forCheckov, 'terraform_json', data).findings, '.tf.json');
    verdicts['Checkov on plan JSON'] = byIndex(checkov(plans, 'terraform_plan', data).findings, '.json');
  });

  test.each(ENGINES)('%s gives the verdict that each fixture is made for', engine => {
    const wrong = FIXTURES.filter(({ ruleId, violates }, index) => verdicts[engine][index].includes(ruleId) !== violates);
    expect(wrong.map(({ ruleId, name }) => `${ruleId} ${name}`)).toEqual([]);
  });

  test('all engines say the same of all rules in all fixtures', () => {
    const disagreements = FIXTURES.flatMap(({ ruleId, name }, index) =>
      ENGINES.slice(1)
        .filter(engine => verdicts[engine][index].join() !== verdicts.aspect[index].join())
        .map(engine => `${ruleId} ${name}: aspect ${verdicts.aspect[index].join()}, ${engine} ${verdicts[engine][index].join()}`),
    );
    const rules = new Set(FIXTURES.map(({ ruleId }) => ruleId)).size;
    const compared = rules * ENGINES.length * FIXTURES.length;
    process.stdout.write(
      `parity: ${rules} rules x ${ENGINES.length} engines x ${FIXTURES.length} fixtures = ${compared} verdicts, ${disagreements.length} disagreements\n`,
    );
    expect(disagreements).toEqual([]);
  });
});
