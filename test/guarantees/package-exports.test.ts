import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const PACKAGE = 'cdktf-azure-session-pools';

/** Runs a script in a directory in which the package is installed, as ESM or as CommonJS. */
function run(type: 'module' | 'commonjs', script: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'session-pools-exports-'));
  try {
    mkdirSync(join(directory, 'node_modules'));
    symlinkSync(ROOT, join(directory, 'node_modules', PACKAGE));
    const { status, stdout, stderr } = spawnSync(process.execPath, [`--input-type=${type}`, '-e', script], {
      cwd: directory,
      encoding: 'utf8',
    });
    return status === 0 ? stdout.trim() : (/(ERR_\w+)/.exec(stderr)?.[1] ?? stderr);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

beforeAll(() => {
  if (!existsSync(join(ROOT, 'lib', 'index.js'))) {
    throw new Error('the package is not compiled: run npx projen compile first');
  }
});

describe.each([
  ['', 'CodeInterpreterPool'],
  ['/testing', 'SessionPoolAssertions'],
  ['/lib/testing', 'SessionPoolAssertions'],
  ['/lib/testing.js', 'SessionPoolAssertions'],
])('%s', (subpath, name) => {
  test(`has ${name} for ESM`, () => {
    expect(run('module', `import { ${name} } from '${PACKAGE}${subpath}'; console.log(typeof ${name});`)).toBe('function');
  });

  test(`has ${name} for CommonJS`, () => {
    expect(run('commonjs', `console.log(typeof require('${PACKAGE}${subpath}').${name});`)).toBe('function');
  });
});

test.each(['/package.json', '/.jsii', '/policy/data.json'])('%s can be resolved', subpath => {
  expect(run('commonjs', `console.log(require.resolve('${PACKAGE}${subpath}').endsWith('${subpath}'))`)).toBe('true');
});

test.each(['/lib/pool/session-pool', '/lib/terraform/templates.js'])('%s is not part of the API', subpath => {
  expect(run('commonjs', `require('${PACKAGE}${subpath}')`)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
});
