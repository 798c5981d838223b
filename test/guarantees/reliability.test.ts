import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../e2e/support/log';
import { differences, logOfRun, openTofuPart, parseLog, readRow, renderLog } from '../e2e/support/log';
import { PAGE, SUMMARIES, withFigures } from '../e2e/support/page';
import { LOG } from '../e2e/support/results';

const E2E = join(__dirname, '..', 'e2e');
const TEXT = readFileSync(LOG, 'utf8');

const TITLES = readdirSync(E2E)
  .filter(name => name.endsWith('.ts'))
  .flatMap(name => [...readFileSync(join(E2E, name), 'utf8').matchAll(/^describeDeployed\('([^']+)'/gm)].map(([, title]) => title));

const row = (name: string, seen = 'yes', count = 1) => ({ case: name, expected: 'yes', seen, count });
const BEFORE: Log = parseLog(
  renderLog({ versions: 'Terraform 1, azapi 2', sections: [{ title: 'A', rows: ['| a | b | as expected | 1 |'] }] }),
);

test('the page sums up every suite, and no other', () => {
  expect(TITLES.length).toBeGreaterThan(10);
  expect(Object.keys(SUMMARIES).sort()).toEqual([...TITLES].sort());
});

test('the page has the figures of the log', () => {
  const page = readFileSync(PAGE, 'utf8');
  expect(page).toBe(withFigures(page, parseLog(TEXT)));
  expect(page).toMatch(/^[\d,]+ checks on Terraform [\d.]+, azapi [\d.]+; /m);
});

test('the log has no suite that is not there', () => {
  const titles = parseLog(TEXT).sections.map(({ title }) => title);
  expect(titles.filter(title => !TITLES.includes(title))).toEqual([]);
});

test('a log that is read and written is the same', () => {
  expect(renderLog(parseLog(TEXT))).toBe(TEXT);
});

test('figures count checks, and those that are otherwise', () => {
  const rows = ['| a \\| b | yes | as expected | 1,000 |'.replace(',', ''), '| c | yes | no | 2 |'];
  const log: Log = {
    versions: 'Terraform 1, azapi 2',
    sections: [{ title: 'Faults', rows }],
    openTofu: '\nRan on OpenTofu 3.\n\n1 of 2 results are as above.',
  };
  expect(withFigures('<!-- figures -->\n<!-- /figures -->', log).split('\n')).toEqual([
    '<!-- figures -->',
    '',
    '1,002 checks on Terraform 1, azapi 2; 2 otherwise.',
    'On OpenTofu 3: 1 of 2 results are the same.',
    '',
    '| What was tried | What happens | Checks | Otherwise |',
    '| --- | --- | ---: | ---: |',
    `| ${SUMMARIES.Faults.join(' | ')} | 1,002 | 2 |`,
    '',
    '<!-- /figures -->',
  ]);
  expect(readRow(rows[0])).toEqual({ case: 'a | b', expected: 'yes', seen: 'as expected', count: 1000 });
});

test('a part of the suites changes its part of the log', () => {
  const run = { versions: 'Terraform 2, azapi 3', sections: [{ title: 'B', versions: '', rows: [row('x'), row('y', 'no', 3)] }] };
  const rows = ['| x | yes | as expected | 1 |', '| y | yes | no | 3 |'];
  expect(logOfRun(BEFORE, run, false).sections).toEqual([...BEFORE.sections, { title: 'B', rows }]);
  expect(logOfRun(BEFORE, run, true).sections).toEqual([{ title: 'B', rows }]);
});

test('another version is no difference, another result is one', () => {
  const same = renderLog({ ...BEFORE, versions: 'Terraform 9, azapi 9' });
  expect(differences(renderLog(BEFORE), same)).toEqual([]);
  const other = renderLog({ ...BEFORE, sections: [{ title: 'A', rows: ['| a | b | c | 1 |'] }] });
  expect(differences(renderLog(BEFORE), other)).toEqual(['- | a | b | as expected | 1 |', '+ | a | b | c | 1 |']);
});

test('what OpenTofu does otherwise is listed', () => {
  const run = {
    versions: 'OpenTofu 1, azapi 2',
    sections: [{ title: 'A', versions: '', rows: [{ ...row('a'), expected: 'b', seen: 'b' }, row('z')] }],
  };
  expect(openTofuPart(BEFORE, run).split('\n')).toEqual([
    '',
    'Ran on OpenTofu 1, azapi 2.',
    '',
    '1 of 2 results are as above. The others:',
    '',
    '| Case | Expected | Seen | Count |',
    '| --- | --- | --- | ---: |',
    '| z | yes | as expected | 1 |',
    '',
  ]);
});
