import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bypass } from '../bypasses';
import { BYPASSES, bypassStack } from '../bypasses';
import type { Engine } from './engine';
import { engineReadsPlans, ENGINES } from './engine';
import type { Findings } from './engines';
import { aspectFindings, checkov, conftest, writeData } from './engines';
import { configurationOfBypass, digestOf, planFileOf, planOfBypass, readPlanFile } from './plan-files';
import { describeWithTools } from './tools';

const directory = mkdtempSync(join(tmpdir(), 'session-pools-bypasses-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const idOf = (index: number) => String(index).padStart(3, '0');

test('the plans are those of the bypasses: npm run policies:fixtures', () => {
  const plans = readPlanFile(planFileOf('bypasses'));
  const outdated = BYPASSES.filter(
    bypass => !bypass.changes && plans[bypass.title]?.configuration !== digestOf(configurationOfBypass(bypass)),
  );
  expect(outdated.map(({ title }) => title)).toEqual([]);
});

describeWithTools(['conftest', 'checkov'], 'ways past the policies', () => {
  const verdicts = {} as { [engine in Engine]: string[][] };

  beforeAll(() => {
    const [configurations, plans] = ['configurations', 'plans'].map(name => join(directory, name));
    [configurations, plans].forEach(each => mkdirSync(each));
    BYPASSES.forEach((bypass, index) => {
      writeFileSync(join(configurations, `${idOf(index)}.tf.json`), configurationOfBypass(bypass));
      writeFileSync(join(plans, `${idOf(index)}.json`), JSON.stringify(planOfBypass(bypass)));
    });
    const data = writeData(directory);
    const files = (suffix: string) => BYPASSES.map((_, index) => idOf(index) + suffix);
    const byIndex = (findings: Findings, suffix: string) => files(suffix).map(file => findings[file] ?? []);
    verdicts.aspect = BYPASSES.map(bypass => aspectFindings(bypassStack(bypass)));
    verdicts['Rego on cdk.tf.json'] = byIndex(conftest(configurations, files('.tf.json'), data), '.tf.json');
    verdicts['Rego on plan JSON'] = byIndex(conftest(plans, files('.json'), data), '.json');
    verdicts['Checkov on cdk.tf.json'] = byIndex(checkov(configurations, 'terraform_json', data).findings, '.tf.json');
    verdicts['Checkov on plan JSON'] = byIndex(checkov(plans, 'terraform_plan', data).findings, '.json');
  }, 600_000);

  test('every cell of the matrix is as it is documented', () => {
    const expected = (engine: Engine, { configuration, plan }: Bypass) => (engineReadsPlans(engine) ? plan : configuration);
    const wrong = ENGINES.flatMap(engine =>
      BYPASSES.filter((bypass, index) => verdicts[engine][index].includes(bypass.ruleId) !== expected(engine, bypass)).map(
        bypass => `${engine}: ${bypass.title}`,
      ),
    );
    process.stdout.write(`matrix: ${ENGINES.length} engines x ${BYPASSES.length} bypasses, ${wrong.length} cells that differ\n`);
    expect(wrong).toEqual([]);
  });

  test('all engines that read a kind of input say the same', () => {
    const disagreements = BYPASSES.flatMap(({ title }, index) =>
      [ENGINES.filter(engine => !engineReadsPlans(engine)), ENGINES.filter(engineReadsPlans)].flatMap(([first, ...others]) =>
        others
          .filter(engine => verdicts[engine][index].join() !== verdicts[first][index].join())
          .map(engine => `${title}: ${first} ${verdicts[first][index].join()}, ${engine} ${verdicts[engine][index].join()}`),
      ),
    );
    expect(disagreements).toEqual([]);
  });
});
