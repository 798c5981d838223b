import { Token } from 'cdktf';
import fc from 'fast-check';

const OPENERS = ['${', '%{', '$${', '%%{', '$$${', '$%{', '%${', '$', '%', '$$', '{', '}', '#{', '&{', '~}', '${~', '%{~'];
const WORDS = [
  'x',
  'var.x',
  'path.module',
  'file("/etc/hostname")',
  'if true',
  'TfToken[x]',
  'TfToken[TOKEN.987654]',
  'TfToken[a b]',
  '"',
  "'",
  '\\',
  '\n',
  '\u0000',
  '🙂',
];
const CLOSERS = ['', '}', '}}', '${', '"}', '\\}', ' ~}'];

const HAND_WRITTEN = [
  '',
  ' ',
  '\t',
  '\r\n',
  '\\',
  '\\\\',
  '\\n',
  '\\"',
  '"',
  '""',
  "'",
  '`',
  '{{}}',
  'null',
  'true',
  '1',
  '1e5',
  '01',
  '-0',
  '[]',
  '{}',
  'undefined',
  '${jsonencode({})}',
  '${"a"}',
  '${"$"}{x}',
  '%{ for x in [] }%{ endfor }',
  '<<EOT\nx\nEOT',
  '/* x */',
  '// x',
  '# x',
  '$(x)',
  '$((x))',
  '$x',
  '%x%',
  Token.STRING_MAP_TOKEN_VALUE,
  Token.ANY_MAP_TOKEN_VALUE,
  ` ${Token.STRING_MAP_TOKEN_VALUE}`,
  `${Token.ANY_MAP_TOKEN_VALUE}s`,
  '${TfToken[TOKEN.987654]}',
  '#{TfToken[TOKEN.987654]}',
  '&{TfToken[TOKEN.987654]}',
  '$${TfToken[TOKEN.987654]}',
  '$#{TfToken[TOKEN.987654]}',
  '$$&{TfToken[TOKEN.987654]}',
  '${TfToken[TOKEN.99999999]}',
  '${TfToken[]}',
  '${TfToken[x',
  '${TfToken[x]',
  '#{TfToken[x]}#{TfToken[y]}',
  '%{TfToken[x]}',
  '${Token[TOKEN.1]}',
  '-8.1095622125913805e+298',
  '-8.109562212591e+298',
  'x-8.1095622125913805e+298y',
  '$-8.1095622125913805e+298',
  '$$-8.2e+298',
  '--8.2e+298',
  '1-8.2e+298',
  '-8.2e298',
  '-82.0e297',
  '-0082.1e297',
  `-82${'0'.repeat(297)}e+0`,
  '-8.2E+298',
  '-8.2e+298',
  '-8.2e+298Gi',
  '8.1e+298',
  '-1.8e+308',
  '-1e999',
  '1e5-8.2e+298',
  '-123456789',
  '\u2028',
  '\u2029',
  '\u0085',
  '\ufeff',
  '\ufefftext',
  '\u200b',
  '\u202e',
  '\uffff',
  '\u{10ffff}',
  '\u007f',
  '\u0001\u001f',
  '\b\f\v',
  'ä',
  '漢字',
  'עברית',
  '👩‍👩‍👧‍👦',
  '🇩🇪',
  'Ａ',
  'ﬁ',
  '\u00e9',
  '\u0344'.normalize(),
  '<script>alert(1)</script>',
  '&amp;',
  "'; DROP TABLE x; --",
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  '_children',
  'resolve',
  'hasOwnProperty',
  'https://x.y/z?a=b&c=d#e',
  'a=b',
  'a: b',
  '- a',
  '| a',
  '> a',
  '? a',
  '!a',
  '*a',
  '@a',
];

const UNITS = ['a', '1', '-', '.', '${', '%{', '}', '$', '"', '\\', '\n', '🙂', '-8.2e+298 ', '#{TfToken[x]}', '${TfToken[x]}'];

/** One thing over and over: 2 KB for Terraform, whose own parser needs a time that grows with the square. */
const REPETITIONS = UNITS.map(unit => repeat(unit, 2 ** 11));

/** One thing over and over, 1 MB of it. cdktf needs a time that grows with the square of the count of numbers with an exponent. */
export const MEGABYTES = UNITS.filter(unit => !unit.includes('e+')).map(unit => repeat(unit, 2 ** 20));

/** 1 MB in long lines: Terraform itself needs a time that grows with the square of the count of lines and dollars. */
export const LONG_TEXT = repeat(`${'a'.repeat(2 ** 16)} "\${x}" '%{y}' $$ \\ 🙂\n`, 2 ** 20);

function repeat(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length));
}

function combinations(): string[] {
  return OPENERS.flatMap(opener =>
    WORDS.flatMap((word, index) => {
      const closer = CLOSERS[(index + opener.length) % CLOSERS.length];
      return [`${opener}${word}${closer}`, `a${opener}${word}${closer}${opener}`];
    }),
  );
}

/** Text of pieces that mean something to Terraform, to cdktf or to JSON. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...OPENERS, ...WORDS, ...CLOSERS, '-8.1095622125913805e+298', '-8.2e298', '$-', 'e+298', '8.', '-'),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { maxLength: 8 },
  )
  .map(pieces => pieces.join('').normalize());

/** The same text at every run, all of it different: what is written by hand, combinations, and what fast-check finds. */
export function hostileStrings(): string[] {
  return [...new Set([...HAND_WRITTEN, ...combinations(), ...fc.sample(hostileText, { numRuns: 500, seed: 7 }), ...REPETITIONS])];
}
