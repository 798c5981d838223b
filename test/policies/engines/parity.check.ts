import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fixture } from '../fixtures';
import type { Engine } from './engine';
import { engineReadsPlans, ENGINES } from './engine';
import { aspectFindings, checkov, conftest, writeData } from './engines';
import type { Findings } from './engines';
import type { PlanFile } from './plan-files';
import { configurationOf, digestOf, needsAzurerm, NO_PLAN, planFileOf, readPlanFile } from './plan-files';
import { describeWithTools } from './tools';
import { whyNotInstallable } from '../../support/providers';
import { FIXTURES, stackOf } from '../fixtures';

const directory = mkdtempSync(join(tmpdir(), 'session-pools-parity-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const idOf = (index: number) => String(index).padStart(3, '0');

/** The files of all fixtures; each engine reads all of them at once. */
function writeFiles(): void {
  ['configurations', 'plans'].forEach(name => mkdirSync(join(directory, name)));
  FIXTURES.forEach((fixture, index) => {
    writeFileSync(join(directory, 'configurations', `${idOf(index)}.tf.json`), configurationOf(fixture));
    writeFileSync(join(directory, 'plans', `${idOf(index)}.json`), JSON.stringify(planOfFixture(fixture)?.plan ?? NO_PLAN));
  });
}

function planOfFixture({ ruleId, name }: Fixture): PlanFile | undefined {
  return readPlanFile(planFileOf(ruleId))[name];
}

/** Whether an engine has the input to judge: the plan of a fixture with azurerm is only made where azurerm can be installed. */
function judges(engine: Engine, fixture: Fixture): boolean {
  return !engineReadsPlans(engine) || planOfFixture(fixture)?.configuration === digestOf(configurationOf(fixture));
}

test('the plans are those of the fixtures: npm run policies:fixtures', () => {
  const outdated = FIXTURES.filter(fixture => planOfFixture(fixture)?.configuration !== digestOf(configurationOf(fixture)));
  const needing = outdated.filter(fixture => planOfFixture(fixture) && needsAzurerm(configurationOf(fixture)));
  const exempt = needing.length > 0 && whyNotInstallable('azurerm') ? needing : [];
  process.stdout.write(
    `plans: ${FIXTURES.length - outdated.length} of ${FIXTURES.length} are those of their fixtures; ` +
      `${exempt.length} can only be made again where azurerm can be installed${exempt.map(({ name }) => `, '${name}'`).join('')}\n`,
  );
  expect(outdated.filter(fixture => !exempt.includes(fixture)).map(({ ruleId, name }) => `${ruleId} ${name}`)).toEqual([]);
});

describeWithTools(['conftest', 'checkov'], 'parity of the aspect, Rego and Checkov', () => {
  const verdicts = {} as { [engine in Engine]: string[][] };

  beforeAll(() => {
    writeFiles();
    const data = writeData(directory);
    const [configurations, plans] = ['configurations', 'plans'].map(name => join(directory, name));
    const byIndex = (findings: Findings, suffix: string) => FIXTURES.map((_, index) => findings[idOf(index) + suffix] ?? []);
    const files = (suffix: string) => FIXTURES.map((_, index) => idOf(index) + suffix);
    verdicts.aspect = FIXTURES.map(fixture => aspectFindings(stackOf(fixture)));
    verdicts['Rego on cdk.tf.json'] = byIndex(conftest(configurations, files('.tf.json'), data), '.tf.json');
    verdicts['Rego on plan JSON'] = byIndex(conftest(plans, files('.json'), data), '.json');
    verdicts['Checkov on cdk.tf.json'] = byIndex(checkov(configurations, 'terraform_json', data).findings, '.tf.json');
    verdicts['Checkov on plan JSON'] = byIndex(checkov(plans, 'terraform_plan', data).findings, '.json');
  }, 600_000);

  test.each(ENGINES)('%s gives the verdict that each fixture is made for', engine => {
    const expected = ({ violates, violatesInPlan }: Fixture) => (engineReadsPlans(engine) ? violatesInPlan : violates);
    const judged = FIXTURES.map((fixture, index) => ({ fixture, index })).filter(({ fixture }) => judges(engine, fixture));
    process.stdout.write(`${engine}: ${judged.length} of ${FIXTURES.length} fixtures judged\n`);
    const wrong = judged
      .filter(({ fixture, index }) => verdicts[engine][index].includes(fixture.ruleId) !== expected(fixture))
      .map(({ fixture }) => fixture);
    expect(wrong.map(({ ruleId, name }) => `${ruleId} ${name}`)).toEqual([]);
  });

  test('all engines that read a kind of input say the same of all rules in all fixtures', () => {
    const disagreements = FIXTURES.flatMap(({ ruleId, name }, index) =>
      [ENGINES.filter(engine => !engineReadsPlans(engine)), ENGINES.filter(engineReadsPlans)].flatMap(([first, ...others]) =>
        others
          .filter(engine => verdicts[engine][index].join() !== verdicts[first][index].join())
          .map(engine => `${ruleId} ${name}: ${first} ${verdicts[first][index].join()}, ${engine} ${verdicts[engine][index].join()}`),
      ),
    );
    const rules = new Set(FIXTURES.map(({ ruleId }) => ruleId)).size;
    const planOnly = FIXTURES.filter(({ violates, violatesInPlan }) => violatesInPlan && !violates).length;
    const compared = rules * ENGINES.length * FIXTURES.length;
    process.stdout.write(
      `parity: ${rules} rules x ${ENGINES.length} engines x ${FIXTURES.length} fixtures (${planOnly} of plans only) = ${compared} verdicts, ` +
        `${disagreements.length} disagreements\n`,
    );
    expect(disagreements).toEqual([]);
  });
});
