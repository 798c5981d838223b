import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { behavioursIn, behavioursOf, TAGS } from './behaviours';
import { DRIFTS } from './drifts';
import type { Rules } from './rules';
import { DEFAULT_RULES, LENIENT_RULES, STRICT_RULES } from './rules';

const README = join(__dirname, 'README.md');
const BEHAVIOURS = behavioursIn(__dirname);
const KINDS = ['changed', 'removed', 'swapped', 'added'] as const;

const row = (...cells: ReadonlyArray<string | number | boolean>) => `| ${cells.join(' | ')} |`;
const count = <T>(items: readonly T[], is: (item: T) => boolean) => items.filter(is).length;

/** The parts of the document that follow from the code, by the name of their markers. */
const PARTS: { readonly [name: string]: string } = {
  counted: [
    '',
    row('Tag', 'Behaviours'),
    row('---', '---:'),
    ...TAGS.map(tag =>
      row(
        `\`${tag}\``,
        count(BEHAVIOURS, behaviour => behaviour.tag === tag),
      ),
    ),
    '',
    'What is assumed:',
    '',
    ...BEHAVIOURS.filter(({ tag }) => tag === 'assumed').map(({ file, text }) => `- \`${file}\`: ${text}`),
    '',
  ].join('\n'),
  rules: [
    '',
    row('Rule', 'Default', 'Strict', 'Lenient'),
    row('---', '---', '---', '---'),
    ...(Object.keys(DEFAULT_RULES) as Array<keyof Rules>).map(name =>
      row(`\`${name}\``, ...[DEFAULT_RULES, STRICT_RULES, LENIENT_RULES].map(rules => `\`${rules[name]}\``)),
    ),
    '',
  ].join('\n'),
  drifts: [
    '',
    row('Type', ...KINDS),
    row('---', ...KINDS.map(() => '---:')),
    ...[...new Set(DRIFTS.map(({ armType }) => armType))].map(type =>
      row(type, ...KINDS.map(kind => count(DRIFTS, drift => drift.armType === type && drift.kind === kind))),
    ),
    row('all', ...KINDS.map(kind => count(DRIFTS, drift => drift.kind === kind))),
    '',
  ].join('\n'),
};

/** What a text says, however a formatter sets its tables. */
const essence = (text = '') =>
  text
    .split('\n')
    .map(line =>
      line
        .replace(/ *\| */g, '|')
        .replace(/-{3,}/g, '---')
        .trim(),
    )
    .filter(line => line !== '');

const between = (name: string) => new RegExp(`(<!-- ${name} -->\n)([\\s\\S]*?)(<!-- /${name} -->)`);

if (process.env.REGENERATE) {
  beforeAll(() => {
    const text = Object.entries(PARTS).reduce(
      (all, [name, part]) => all.replace(between(name), `$1${part}\n$3`),
      readFileSync(README, 'utf8'),
    );
    writeFileSync(README, text);
  });
}

test.each(Object.entries(PARTS))('the README tells what the code says: %s', (name, part) => {
  const [, , written] = between(name).exec(readFileSync(README, 'utf8')) ?? [];
  expect(essence(written)).toEqual(essence(part));
});

test('the README counts the behaviours of each tag, and lists the assumed ones', () => {
  const text = readFileSync(README, 'utf8');
  const numbers = TAGS.map(tag => Number(new RegExp(`\\| \`${tag}\` +\\| +(\\d+) \\|`).exec(text)?.[1]));
  expect(numbers).toEqual(TAGS.map(tag => count(BEHAVIOURS, behaviour => behaviour.tag === tag)));
  expect([...text.matchAll(/^- `[\w/-]+\.ts`: \S/gm)]).toHaveLength(numbers[TAGS.indexOf('assumed')]);
});

test('every assumption is told apart from every other', () => {
  const texts = BEHAVIOURS.filter(({ tag }) => tag === 'assumed').map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
});

test.each([
  ['/** assumed: one thing */', [['assumed', 'one thing']]],
  [
    '/** Says what. source: a place. assumed: the words */',
    [
      ['source', 'a place'],
      ['assumed', 'the words'],
    ],
  ],
  [
    '/**\n * - `one`: a. source: x#1\n * - `two`: b. assumed: c\n */',
    [
      ['source', 'x#1'],
      ['assumed', 'c'],
    ],
  ],
  ['// recorded: a text\n// in two lines\ncode();\n', [['recorded', 'a text in two lines']]],
  [
    '  // recorded: one\n  // source: two\n',
    [
      ['recorded', 'one'],
      ['source', 'two'],
    ],
  ],
  ["const text = 'assumed: nothing';", []],
  ['/** Nothing is said of how it is known. */', []],
])('%j has the behaviours %j', (source, behaviours) => {
  expect(behavioursOf(source).map(({ tag, text }) => [tag, text])).toEqual(behaviours);
});
