import { Fn, Token } from 'cdktf';
import { Findings, show } from '../../lib/validation/findings';

const number = Token.asNumber(Fn.abs(1));
const text = Token.asString(Fn.upper('x'));
const list = Token.asList(Fn.tolist(['x']));
const map = Token.asStringMap(Fn.tomap({ x: 'y' }));

type Check = (findings: Findings) => boolean | void;

const CHECKS: Array<[name: string, check: Check, looksAtIt: boolean, ...errors: string[]]> = [
  ['a number within the bounds', findings => findings.integer('x', 5, { min: 5, max: 5 }), true],
  ['a number without an upper bound', findings => findings.integer('x', 5, { min: 5 }), true],
  ['a number below', findings => findings.integer('x', 4, { min: 5, unit: 'seconds' }), false, 'x must be at least 5 (seconds), got 4'],
  ['a number above', findings => findings.integer('x', 7, { min: 5, max: 6 }), false, 'x must be between 5 and 6, got 7'],
  ['a number with a fraction', findings => findings.integer('x', 5.5, { min: 5 }), false, 'x must be a whole number, got 5.5'],
  ['no number', findings => findings.integer('x', undefined, { min: 5 }), false],
  ['null instead of a number', findings => findings.integer('x', null as never, { min: 5 }), false],
  ['a token of a number', findings => findings.integer('x', number, { min: 5 }), false],
  ['an amount', findings => findings.positive('x', 0.1, 'cores'), true],
  ['an amount of nothing', findings => findings.positive('x', 0, 'cores'), false, 'x must be above 0 (cores), got 0'],
  ['text of an amount', findings => findings.positive('x', '1' as never, 'cores'), false, "x must be a number, got '1'"],
  ['no amount', findings => findings.positive('x', undefined, 'cores'), false],
  ['null instead of an amount', findings => findings.positive('x', null as never, 'cores'), false],
  ['a token of an amount', findings => findings.positive('x', number, 'cores'), false],
  ['text', findings => findings.literal('x', ''), true],
  ['no text', findings => findings.literal('x', undefined), false],
  ['null instead of text', findings => findings.literal('x', null as never), false],
  ['a token of text', findings => findings.literal('x', text), false],
  ['a token that is no text', findings => findings.literal('x', Fn.upper('x') as never), false],
  ['a number instead of text', findings => findings.literal('x', 5 as never), false, 'x must be a string, got 5'],
  [
    'half of a character',
    findings => findings.literal('x', '\ud800'),
    false,
    "x must be well-formed Unicode, got '\\ud800': Terraform would replace half of a character",
  ],
  [
    'text that is not in normal form',
    findings => findings.literal('x', 'e\u0301'),
    false,
    "x must be in Unicode normal form C, got 'e\u0301': Terraform would change it; normalize it first",
  ],
  ['a token of a list in text', findings => findings.literal('x', list[0]), false, 'x must be a single string, got a list or map token'],
  ['text that matches', findings => findings.text('x', 'a', { pattern: /^a$/, rule: 'be a' }), true],
  [
    'text that does not match',
    findings => findings.text('x', 'b', { pattern: /^a$/, rule: 'be a', hint: 'write a' }),
    false,
    "x must be a, got 'b': write a",
  ],
  ['a value that is there', findings => findings.required('x', '', 'y'), true],
  ['a value that is not there', findings => findings.required('x', undefined, 'y'), false, 'x must be given: y'],
  ['text that may be empty', findings => findings.requiredText('x', ''), true],
  ['no text that may be empty', findings => findings.requiredText('x', undefined), false, 'x is required (may be an empty string)'],
  ['null instead of text that may be empty', findings => findings.requiredText('x', null), false, 'x is required (may be an empty string)'],
  ['null instead of a value', findings => findings.required('x', null, 'y'), false, 'x must be given: y'],
  ['a list', findings => findings.list('x', []), true],
  ['no list', findings => findings.list('x', undefined), false],
  ['null instead of a list', findings => findings.list('x', null as never), false],
  ['a token of a list', findings => findings.list('x', list), false],
  ['text instead of a list', findings => findings.list('x', 'a' as never), false, "x must be a list, got 'a'"],
  ['a map', findings => findings.map('x', {}), true],
  ['no map', findings => findings.map('x', undefined), false],
  ['null instead of a map', findings => findings.map('x', null as never), false],
  ['a token of a map', findings => findings.map('x', map), false],
  ['a list instead of a map', findings => findings.map('x', [] as never), false, 'x must be a map, got []'],
  [
    'a token of a map among entries',
    findings => findings.map('x', { ...map, a: 'b' }),
    false,
    'x must be entries or the token of a map, got both: Fn.merge makes one map of them',
  ],
];

test.each(CHECKS)('%s', (_, check, looksAtIt, ...errors) => {
  const findings = new Findings();
  expect(check(findings)).toBe(looksAtIt);
  expect(findings.errors).toStrictEqual(errors);
});

test.each<[value: unknown, ...errors: string[]]>([
  [undefined],
  [null],
  [true],
  [false],
  [Fn.anytrue([true])],
  [0, 'x must be true or false, got 0'],
  ['', "x must be true or false, got ''"],
])('a boolean: %p', (value, ...errors) => {
  const findings = new Findings();
  findings.boolean('x', value);
  expect(findings.errors).toStrictEqual(errors);
});

test.each<[value: unknown, ...errors: string[]]>([
  [undefined],
  [null],
  [true],
  [false],
  ['', "x must be true or false, got ''"],
  [Fn.anytrue([true]), 'x must be true or false, got a token: it steers what is synthesized'],
])('a boolean that must be known: %p', (value, ...errors) => {
  const findings = new Findings();
  findings.literalBoolean('x', value);
  expect(findings.errors).toStrictEqual(errors);
});

const cycle: { [key: string]: unknown } = {};
cycle.cycle = cycle;

test.each<[string, unknown, string]>([
  ['text', 'a', "'a'"],
  ['quotes', '"a"', '\'"a"\''],
  ['a line break', 'a\nb', "'a\\nb'"],
  ['200 characters', 'a'.repeat(200), `'${'a'.repeat(200)}'`],
  ['201 characters', 'a'.repeat(201), `'${'a'.repeat(160)}... (201 characters)'`],
  ['a number', 5, '5'],
  ['null', null, 'null'],
  ['undefined', undefined, 'undefined'],
  ['a list', [1, 'a'], '[1,"a"]'],
  ['an object', { a: 1 }, '{"a":1}'],
  ['a long object', { a: 'a'.repeat(200) }, `{"a":"${'a'.repeat(154)}... (208 characters)`],
  ['an object in a circle', cycle, 'an object'],
])('%s is shown', (_, value, shown) => expect(show(value)).toBe(shown));
