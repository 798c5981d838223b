import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LegacyESLint } from 'eslint/use-at-your-own-risk';
import { FILES, IMPORTS, linesOf, nodesInCycles, roomOf } from '../support/imports';

interface Configuration {
  readonly rules: { readonly [rule: string]: ['error', { readonly zones: Array<{ readonly target: string; readonly from: string }> }] };
  readonly settings: { readonly [name: string]: unknown };
}

const ROOT = join(__dirname, '..', '..');
const { rules, settings } = JSON.parse(readFileSync(join(ROOT, '.eslintrc.json'), 'utf8').replace(/^\/\/.*$/gm, '')) as Configuration;
const ZONES = rules['import/no-restricted-paths'][1].zones;
const ACROSS = IMPORTS.filter(({ from, to }) => roomOf(from) !== roomOf(to) && roomOf(from) !== 'index.ts');

/** What the gate's rule says of an import that is put into a file of lib. */
async function verdict(file: string, specifier: string): Promise<string[]> {
  const eslint = new LegacyESLint({
    cwd: ROOT,
    useEslintrc: false,
    overrideConfig: {
      parser: '@typescript-eslint/parser',
      plugins: ['import'],
      settings,
      rules: { 'import/no-restricted-paths': rules['import/no-restricted-paths'] },
    },
  });
  const [{ messages }] = await eslint.lintText(`import type { Anything } from '${specifier}';\n`, { filePath: join(ROOT, 'lib', file) });
  return messages.map(({ message }) => message);
}

const ROOMS_IN_CYCLES = nodesInCycles(ACROSS.map(({ from, to }) => [roomOf(from), roomOf(to)]));
const FILES_IN_CYCLES = nodesInCycles(IMPORTS.filter(({ isTypeOnly }) => !isTypeOnly).map(({ from, to }) => [from, to]));

test('no room imports itself through other rooms, types included', () => {
  expect(ROOMS_IN_CYCLES).toEqual([]);
});

test('no file imports itself at run time', () => {
  expect(FILES_IN_CYCLES).toEqual([]);
});

test('a cycle that is put in is found', () => {
  expect(
    nodesInCycles([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
    ]),
  ).toEqual(['b', 'c']);
});

test('every room is in the table of imports', () => {
  const known = new Set(
    ZONES.flatMap(({ target, from }) => [target, from]).map(path => path.replace('./lib/', '').replace(/\.\*$/, '.ts')),
  );
  expect([...new Set(FILES.map(roomOf))].filter(room => !known.has(room))).toEqual([]);
});

test.each([
  ['terraform/text.ts', '../pool/session-pool', 'terraform must not import pool: see MAY_IMPORT in projenrc/rooms.ts'],
  [
    'pool/session-pool.ts',
    '../custom-container/custom-container-pool',
    'pool must not import custom-container: see MAY_IMPORT in projenrc/rooms.ts',
  ],
  ['validation/findings.ts', '../session-pool-ref', 'validation must not import session-pool-ref.ts: see MAY_IMPORT in projenrc/rooms.ts'],
  ['arm/names.ts', '../testing', 'nothing imports testing.ts'],
])('%s must not import %s', async (file, specifier, message) => {
  const found = await verdict(file, specifier);
  expect(found).toEqual([expect.stringContaining(message)]);
});

test('an import of a lower room is allowed', async () => {
  expect(await verdict('pool/session-pool.ts', '../terraform/templates')).toEqual([]);
});

afterAll(() => {
  const longest = FILES.map(file => ({ file, lines: linesOf(file) })).sort((a, b) => b.lines - a.lines)[0];
  const pairs = new Map<string, number>();
  ACROSS.forEach(({ from, to }) => pairs.set(`${roomOf(from)} -> ${roomOf(to)}`, (pairs.get(`${roomOf(from)} -> ${roomOf(to)}`) ?? 0) + 1));
  process.stdout.write(
    [
      `rooms in cycles of imports: ${ROOMS_IN_CYCLES.length}; files in cycles of imports at run time: ${FILES_IN_CYCLES.length}`,
      `longest file: ${longest.file}, ${longest.lines} lines of ${FILES.length} files`,
      `imports across rooms: ${ACROSS.length}`,
      ...[...pairs].sort().map(([pair, count]) => `  ${pair}: ${count}`),
      '',
    ].join('\n'),
  );
});
