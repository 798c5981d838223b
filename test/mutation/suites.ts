import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SHARDS } from './shards';

/*
 * The suites of a shard as one: the library is loaded once for each mutant and not once for each file.
 */
const TESTS = join(__dirname, '..');
const { suites } = SHARDS[process.env.MUTATION_SHARD ?? 'validation'];

function filesOf(suite: string): string[] {
  return suite.endsWith('.test.ts')
    ? [suite]
    : readdirSync(join(TESTS, suite))
        .filter(name => name.endsWith('.test.ts'))
        .map(name => `${suite}/${name}`);
}

for (const file of suites.flatMap(filesOf)) {
  describe(file, () => void jest.requireActual(join(TESTS, file)));
}
