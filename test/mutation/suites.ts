import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/*
 * The quick suites of validation and rendering as one: the library is loaded once for each mutant and not once for each file.
 */
const TESTS = join(__dirname, '..');
const NAMES = [
  'code-interpreter-pool',
  'custom-container-pool',
  'registry-credentials',
  'session-identity',
  'session-secret',
  'role-assignment',
  'environment-lookup',
  'ephemeral-secret',
  'session-pool-endpoints',
  'session-pool-alert',
  'session-pool-environment',
].map(name => join(TESTS, `${name}.test.ts`));

for (const file of [
  ...['validation', 'private'].flatMap(folder =>
    readdirSync(join(TESTS, folder))
      .filter(name => name.endsWith('.test.ts'))
      .map(name => join(TESTS, folder, name)),
  ),
  ...NAMES,
]) {
  describe(file.slice(TESTS.length), () => void jest.requireActual(file));
}
