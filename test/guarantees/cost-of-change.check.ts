import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const PROPERTY = 'stopSignal';
const ROOM = 'lib/custom-container';

/** A file of the walk "a new ARM property on custom pools" in CONTRIBUTING.md, and the suites that fail without it. */
interface Step {
  readonly file: string;
  /** The line after which the text is put; a file that is new has none. */
  readonly after?: RegExp;
  readonly text: string;
  readonly missedBy: string;
}

const CARD = `import fc from 'fast-check';
import { container } from '../../card';
import { CONTAINER } from '../../values';

const PATH = \`\${CONTAINER}.stopSignal\`;

export default container('stopSignal', {
  armPath: PATH,
  valid: [['the stopSignal SIGTERM', 'SIGTERM']],
  invalid: [['term', "stopSignal must be the name of a signal such as 'SIGTERM', got 'term'"]],
  arbitrary: { valid: fc.constantFrom('SIGTERM', 'SIGKILL'), invalid: fc.constantFrom('', 'term', '15') },
  edits: [{ title: 'stopSignal', after: { stopSignal: 'SIGKILL' }, action: 'in place', paths: [\`body.\${PATH}\`] }],
  drift: [{ to: 'SIGHUP' }],
});
`;

/** A property that Azure does not have, in the files that a real one takes. */
const STEPS: readonly Step[] = [
  {
    file: `${ROOM}/custom-container-pool.ts`,
    after: /^ *readonly args\?: string\[\];\n/m,
    text: `
  /**
   * The signal that stops the container.
   * @default - that of the image
   */
  readonly stopSignal?: string;`,
    missedBy: 'cards',
  },
  {
    file: `${ROOM}/custom-container-pool-body.ts`,
    after: /^ *args: props\.args\b.*\n/m,
    text: '          ...(props.stopSignal !== undefined && { stopSignal: props.stopSignal }),',
    missedBy: 'tokens',
  },
  {
    file: `${ROOM}/custom-container-pool-rules.ts`,
    after: /^ *\(\{ args \}, findings\).*\n/m,
    text: `  ({ stopSignal }, findings) =>
    findings.text('stopSignal', stopSignal, { pattern: /^SIG[A-Z]+$/, rule: "be the name of a signal such as 'SIGTERM'" }),`,
    missedBy: 'bad-inputs',
  },
  { file: 'test/properties/cards/custom-container/stop-signal.ts', text: CARD, missedBy: 'cards' },
  {
    file: 'test/arm/session-pool-tree.ts',
    after: /^ *args: \['string'\],\n/m,
    text: "        stopSignal: 'string',",
    missedBy: 'body-schema',
  },
];

const SUITES = ['cards', 'bad-inputs', 'valid-pools', 'body-schema', 'tokens'];
const copy = mkdtempSync(join(tmpdir(), 'cost-of-change-'));
const at = (file: string) => join(copy, file);

interface Report {
  readonly testResults: ReadonlyArray<{
    readonly name: string;
    readonly message: string;
    readonly assertionResults: ReadonlyArray<{ readonly fullName: string; readonly status: string }>;
  }>;
}

/** The tests of suites that are about the property or about which properties have cards, by their status. */
function run(suites: readonly string[]): { readonly [status: string]: string[] } {
  const report = at('report.json');
  rmSync(report, { force: true });
  const args = ['--ci', '--json', '--outputFile', report, '-t', `${PROPERTY}|every property has a card`];
  const { stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules/jest/bin/jest.js'), ...args, ...suites.map(fileOf)], {
    cwd: copy,
    encoding: 'utf8',
  });
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  if (testResults.length !== suites.length) throw new Error(stderr);
  const tests = testResults.flatMap(({ name, message, assertionResults }) => {
    const suite = suites.find(each => name.endsWith(fileOf(each)))!;
    // A suite that does not even load has no tests.
    if (assertionResults.length === 0) return [{ status: 'failed', test: `${suite}: ${message}` }];
    return assertionResults.map(({ status, fullName }) => ({ status, test: `${suite}: ${fullName}` }));
  });
  return {
    passed: tests.filter(({ status }) => status === 'passed').map(titleOf),
    failed: tests.filter(({ status }) => status === 'failed').map(titleOf),
  };
}

const fileOf = (suite: string) => `test/guarantees/${suite}.test.ts`;
const titleOf = ({ test: title }: { readonly test: string }) => title;

function apply({ file, after, text }: Step): void {
  if (after === undefined) return writeFileSync(at(file), text);
  const source = readFileSync(at(file), 'utf8');
  const changed = source.replace(after, line => `${line}${text}\n`);
  expect({ file, found: changed !== source }).toStrictEqual({ file, found: true });
  writeFileSync(at(file), changed);
}

function leaveOut({ file, after }: Step): void {
  if (after === undefined) rmSync(at(file));
  else copyFileSync(join(ROOT, file), at(file));
}

/** Writes what is generated from the assembly. */
function generate(): void {
  const args = ['--tsconfig', 'tsconfig.dev.json', 'test/support/struct-properties.ts'];
  const { status, stderr } = spawnSync(join(ROOT, 'node_modules/.bin/tsx'), args, { cwd: copy, encoding: 'utf8' });
  expect({ status, stderr }).toStrictEqual({ status: 0, stderr: '' });
}

const WITHOUT_PROPERTY = join(ROOT, '.jsii');
const WITH_PROPERTY = at('with-property.jsii');

beforeAll(() => {
  for (const entry of ['lib', 'test', 'policy', 'package.json', 'tsconfig.json', 'tsconfig.dev.json', 'README.md', 'LICENSE']) {
    cpSync(join(ROOT, entry), at(entry), {
      recursive: true,
      filter: source => !/\/lib\/.*(\.d\.ts|\.js)$/.test(source) && !/\/test\/policies\/engines\/\.|__pycache__/.test(source),
    });
  }
  symlinkSync(join(ROOT, 'node_modules'), at('node_modules'));
  STEPS.forEach(apply);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/jsii/bin/jsii'), '--silence-warnings=reserved-word'],
    { cwd: copy, encoding: 'utf8' },
  );
  expect({ status, output: status === 0 ? '' : stdout + stderr }).toStrictEqual({ status: 0, output: '' });
  copyFileSync(at('.jsii'), WITH_PROPERTY);
  generate();
}, 300_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('a new ARM property on custom pools takes the files that CONTRIBUTING.md names', () => {
  const contributing = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const named = STEPS.map(({ file }) => file.replace('stop-signal', '<property>'));
  expect(named.filter(file => !contributing.includes(`\`${file}\``))).toStrictEqual([]);
  expect(STEPS.length).toBeLessThanOrEqual(5);
});

test('all derived suites contain it', () => {
  const { passed, failed } = run(SUITES);
  const having = SUITES.map(suite => [suite, passed.filter(title => title.startsWith(suite) && title.includes(PROPERTY)).length] as const);
  process.stdout.write(`tests of a property that was added in ${STEPS.length} files: ${having.map(each => each.join(' ')).join(', ')}\n`);
  expect(failed).toStrictEqual([]);
  expect(having.filter(([, count]) => count === 0)).toStrictEqual([]);
}, 300_000);

test.each(STEPS.map(step => [step.file, step] as const))(
  '%s cannot be left out',
  (file, step) => {
    leaveOut(step);
    copyFileSync(file.endsWith('custom-container-pool.ts') ? WITHOUT_PROPERTY : WITH_PROPERTY, at('.jsii'));
    generate();
    const { failed } = run([step.missedBy]);
    apply(step);
    process.stdout.write(`without ${file}: ${failed[0]?.split('\n')[0]}\n`);
    expect(failed).not.toStrictEqual([]);
  },
  300_000,
);
