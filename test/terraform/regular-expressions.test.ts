import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TerraformVariable } from 'cdktf';
import { matches, toRe2 } from '../../lib/terraform/regular-expressions';
import { isToken } from '../../lib/terraform/templates';
import { Findings } from '../../lib/validation/findings';
import { CARDS } from '../properties/cards';
import { STRUCTS } from '../support/assembly';
import { PLACES } from '../support/places';
import { synthesize } from '../support/synth';
import { temporaryDirectory, terraform } from '../support/terraform';

test.each<[RegExp, string]>([
  [/^a$/, '^a$'],
  [/^a$/i, '(?i)^a$'],
  [/^a$/iu, '(?i)^a$'],
  [/^(a|b)(c)$/, '^(?:a|b)(?:c)$'],
  [/^(?<name>a)(?:b)$/, '^(?:a)(?:b)$'],
  [/^\(a\)[(]\[$/, '^\\(a\\)[(]\\[$'],
  [/^[\]()]$/, '^[\\]()]$'],
  [/^[^]{0,2}$/, '^[\\s\\S]{0,2}$'],
  [/^[^=\0]\0$/, '^[^=\\x00]\\x00$'],
  [/^\p{L}\/$/u, '^\\p{L}/$'],
])('%p is %j for Terraform', (pattern, expected) => expect(toRe2(pattern)).toBe(expected));

test.each([/^(?=a)/, /^(?!a)/, /(?<=a)b/, /(?<!a)b/, /(a)\1/, /(?<n>a)\k<n>/])('%p has no form for Terraform', pattern => {
  expect(() => toRe2(pattern)).toThrow('has no form in RE2, which Terraform uses: write it without lookarounds and references');
});

test('a value matches all patterns', () => {
  expect(matches('var.x', [/^\d$/, /"\$\{/])).toBe('can(regex("^\\\\d$", var.x)) && can(regex("\\"\\\\$\\\\{", var.x))');
});

interface Rule {
  readonly pattern: RegExp;
  readonly and?: RegExp;
}

/** The rules that are applied to text where every text is a token, by pattern. */
function rulesInUse(): RegExp[] {
  const patterns = new Map<string, RegExp>();
  const { text } = Findings.prototype;
  const spy = jest.spyOn(Findings.prototype, 'text').mockImplementation(function (this: Findings, prop, value, rule) {
    if (isToken(value)) {
      [rule.pattern, (rule as Rule).and]
        .filter(pattern => pattern !== undefined)
        .forEach(pattern => patterns.set(String(pattern), pattern));
    }
    return text.call(this, prop, value, rule);
  });
  for (const { name, properties } of STRUCTS.filter(struct => struct.name in PLACES)) {
    for (const property of properties.filter(({ kind }) => kind === 'string')) {
      synthesize(stack => {
        const token = new TerraformVariable(stack, 'tested', { type: 'any' }).stringValue;
        try {
          PLACES[name](stack, { [property.name]: token } as never, new TerraformVariable(stack, 'other', {}).stringValue);
        } catch {
          // Some texts must be known; their rules are not used for tokens.
        }
      });
    }
  }
  spy.mockRestore();
  return [...patterns.values()];
}

/** All texts in a value of JSON. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  const isPlain =
    Array.isArray(value) || (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype);
  return isPlain ? Object.entries(value as object).flatMap(([key, item]) => [key, ...textsIn(item)]) : [];
}

const UNICODE_ID = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-größe';
const TEXTS = [
  '',
  ' ',
  'a',
  'A',
  'a-b',
  'a--b',
  '-a',
  'a-',
  'é',
  '日本',
  UNICODE_ID,
  `${UNICODE_ID}/providers/Microsoft.ContainerRegistry/registries/registry`,
  `${UNICODE_ID}.`,
  'North Central US (Stage)',
  '.5h',
  '0h',
  '0.5Gi',
  '0Gi',
];

test('every pattern means the same to Terraform', () => {
  const texts = [
    ...new Set([
      ...TEXTS,
      ...CARDS.flatMap(({ valid, invalid }) => textsIn([valid.map(([, value]) => value), invalid.map(([value]) => value)])),
    ]),
  ].filter(text => !/\p{Surrogate}|\0/u.test(text) && text === text.normalize() && text.length < 2_000);
  const patterns = rulesInUse();
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'cases.json'), JSON.stringify({ patterns: patterns.map(toRe2), texts }));
  writeFileSync(
    join(directory, 'main.tf'),
    'locals {\n  cases = jsondecode(file("cases.json"))\n}\noutput "verdicts" {\n' +
      '  value = [for p in local.cases.patterns : join("", [for t in local.cases.texts : can(regex(p, t)) ? "1" : "0"])]\n}\n',
  );
  const { status, stderr } = terraform(directory, 'apply', '-auto-approve', '-input=false');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { stdout } = terraform(directory, 'output', '-json', 'verdicts');
  const verdicts = JSON.parse(stdout) as string[];
  const different = patterns.flatMap((pattern, index) =>
    texts.filter((text, at) => pattern.test(text) !== (verdicts[index][at] === '1')).map(text => ({ pattern: String(pattern), text })),
  );
  process.stdout.write(`patterns of texts with the same verdict in Terraform: ${patterns.length} on ${texts.length} texts\n`);
  expect(different).toEqual([]);
  // A pattern that Terraform cannot compile matches nothing.
  expect(patterns.filter((_, index) => !verdicts[index].includes('1')).map(String)).toEqual([]);
});
