import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TerraformStack } from 'cdktf';
import type { Judgement } from './batches';
import { judgeWithPython, judgeWithRego, unique } from './batches';
import { aspectPairs, newStack } from './engines';
import { describeWithTools } from './tools';
import { SessionNetworkStatus, SessionPoolPolicies } from '../../../lib';
import { checkData } from '../../../lib/policies/data-file';
import { builtInRules } from '../../../lib/policies/rules';
import { interpreter } from '../../support/fixtures';
import { testApp } from '../../support/synth';
import { raw } from '../fixtures/rule-fixtures';
import { dataFiles } from '../support/data-files';

const COUNT = 240;
const FILES = dataFiles(COUNT);
const directory = mkdtempSync(join(tmpdir(), 'session-pools-data-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Two pools with egress, one of them raw, so that levels and acknowledgements have something to be about. */
function stack(): TerraformStack {
  const each = newStack(testApp());
  interpreter(each, { networkStatus: SessionNetworkStatus.EGRESS_ENABLED, maxConcurrentSessions: 30, tags: { owner: 'a' } });
  raw(each, { scaleConfiguration: {} }, { replaceTriggersRefs: [] }, 'other');
  return each;
}

function judgeWithAspect(data: unknown, index: number): Judgement {
  const text = JSON.stringify(data);
  const { failures } = checkData(
    text,
    builtInRules().map(({ ruleId }) => ruleId),
  );
  if (failures.length > 0) {
    return { failures: [...failures].sort() };
  }
  const file = join(directory, `${index}.json`);
  writeFileSync(file, text);
  return { failures: [], broken: [unique(aspectPairs(stack(), SessionPoolPolicies.fromDataFile(file)))] };
}

describeWithTools(['opa', 'checkov'], 'a data file means the same to the aspect, Rego and Checkov', () => {
  const judgements: { [engine: string]: Judgement[] } = {};
  const input = JSON.parse(JSON.stringify(stack().toTerraform())) as object;

  beforeAll(() => {
    judgements.aspect = FILES.map(judgeWithAspect);
    judgements.Rego = judgeWithRego(FILES, [input]);
    judgements.Checkov = judgeWithPython(FILES, [input]);
  }, 300_000);

  test.each(['Rego', 'Checkov'])('%s says of each file what the aspect says', engine => {
    const disagreements = FILES.map((file, index) => ({
      file,
      aspect: judgements.aspect[index],
      [engine]: judgements[engine][index],
    })).filter(each => JSON.stringify(each.aspect) !== JSON.stringify(each[engine]));
    process.stdout.write(`data files: ${engine} and the aspect on ${FILES.length} files, ${disagreements.length} disagreements\n`);
    expect(disagreements.slice(0, 3)).toEqual([]);
  });

  test('the files are right and wrong ones', () => {
    const wrong = judgements.aspect.filter(({ failures }) => failures.length > 0).length;
    process.stdout.write(`data files: ${FILES.length - wrong} right, ${wrong} wrong\n`);
    expect(wrong).toBeGreaterThan(COUNT / 4);
    expect(FILES.length - wrong).toBeGreaterThan(COUNT / 4);
  });
});
