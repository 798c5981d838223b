import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence } from './runbook-evidence';
import { EVIDENCE } from './runbook-evidence';
import { parseLog, readRow } from '../e2e/support/log';
import { LOG } from '../e2e/support/results';

const ROOT = join(__dirname, '..', '..');
const HEAD = '| What happened | What the next run does | What you do |';

interface Row {
  readonly heading: string;
  readonly cells: readonly string[];
}

/** The rows of the runbook, of every table that has its head. */
function rowsIn(text: string): Row[] {
  return text.split(/^#{2,3} /m).flatMap(section => {
    const [heading] = section.split('\n', 1);
    const lines = section.split('\n');
    const head = lines.indexOf(HEAD);
    if (head < 0) return [];
    const table = lines.slice(head + 2);
    const end = table.findIndex(line => !line.startsWith('|'));
    return table.slice(0, end < 0 ? undefined : end).map(line => ({ heading, cells: line.slice(2, -2).split(' | ') }));
  });
}

const ROWS = rowsIn(readFileSync(join(ROOT, 'docs', 'deploying.md'), 'utf8'));
const RESULTS = new Map(
  parseLog(readFileSync(LOG, 'utf8')).sections.map(({ title, rows }) => [
    title,
    new Map(rows.map(readRow).map(row => [row.case, row.seen])),
  ]),
);

/** What is wrong with a piece of evidence; nothing where it is there. */
function whyNot(evidence: Evidence): string | undefined {
  if ('suite' in evidence) {
    const seen = RESULTS.get(evidence.suite)?.get(evidence.case);
    return seen === 'as expected' ? undefined : `${evidence.suite}: ${evidence.case}: ${seen ?? 'no such result'}`;
  }
  const source = readFileSync(join(ROOT, evidence.file), 'utf8');
  const isTest = new RegExp(`\\btest(\\.each[^]*?\\))?\\('${evidence.title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}', `).test(source);
  return isTest ? undefined : `${evidence.file}: no test '${evidence.title}'`;
}

test('the runbook has rows, each of three cells with something in them', () => {
  expect(ROWS.length).toBeGreaterThan(50);
  expect(ROWS.filter(({ cells }) => cells.length !== 3 || cells.some(cell => cell.trim() === ''))).toEqual([]);
});

test('every row has evidence, and all evidence a row', () => {
  const documented = ROWS.map(({ heading, cells }) => `${heading}: ${cells[0]}`);
  const proven = Object.entries(EVIDENCE).flatMap(([heading, rows]) => Object.keys(rows).map(row => `${heading}: ${row}`));
  expect(documented.filter(row => !proven.includes(row))).toEqual([]);
  expect(proven.filter(row => !documented.includes(row))).toEqual([]);
  expect(new Set(documented).size).toBe(documented.length);
});

test.each(ROWS.map(({ heading, cells }) => [heading, cells[0]]))('%s: %s is what a suite sees', (heading, row) => {
  const evidence = EVIDENCE[heading][row];
  expect(evidence.length).toBeGreaterThan(0);
  expect(evidence.map(whyNot).filter(reason => reason !== undefined)).toEqual([]);
});

test.each<[string, Evidence]>([
  ['Faults: what nobody tries: no such result', { suite: 'Faults', case: 'what nobody tries' }],
  ['No such suite: a case: no such result', { suite: 'No such suite', case: 'a case' }],
  ["test/guarantees/runbook.test.ts: no test 'nothing'", { file: 'test/guarantees/runbook.test.ts', title: 'nothing' }],
])('evidence that is not there is found: %s', (reason, evidence) => {
  expect(whyNot(evidence)).toContain(reason);
});
