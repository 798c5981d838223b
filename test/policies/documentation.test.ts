import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SessionPoolPolicies, SessionPoolRole } from '../../lib';
import { documents } from './support/document';
import { sharedFiles } from './support/shared';
import { checkData, readDataFile } from '../../lib/policies/data-file';
import { DEFAULTS } from '../../lib/policies/data-schema';
import { builtInRules } from '../../lib/policies/rules';
import { CONSTANTS } from '../../lib/policies/shared';

const DATA = join(__dirname, '..', '..', 'policy', 'data.json');

test('docs/policies.md has the rules and the ways past them as they are in the code: npm run policies:docs', () => {
  const { actual, expected } = documents();
  expect(actual).toBe(expected);
});

test.each(sharedFiles())('$file has what all engines share: npm run policies:docs', ({ file, expected }) => {
  expect(readFileSync(file, 'utf8')).toBe(expected);
});

test('the template of the data file has the defaults, and is right', () => {
  const { parameters, acknowledgements, notes } = readDataFile(
    DATA,
    builtInRules().map(({ ruleId }) => ruleId),
  );
  expect(parameters).toEqual(DEFAULTS);
  expect({ acknowledgements, notes }).toEqual({ acknowledgements: [], notes: [] });
  expect(SessionPoolPolicies.fromDataFile(DATA).rules.map(({ remedy }) => remedy)).toEqual(
    new SessionPoolPolicies().rules.map(({ remedy }) => remedy),
  );
});

test('the roles for session pools are those of SessionPoolRole', () => {
  expect(Object.keys(CONSTANTS.poolRoles).sort()).toEqual(
    [SessionPoolRole.SESSION_EXECUTOR, SessionPoolRole.CONTRIBUTOR, SessionPoolRole.READER].map(({ roleId }) => roleId).sort(),
  );
});

test('data that is no JSON is refused', () => {
  expect(checkData('{', []).failures).toEqual([expect.stringMatching(/^the data file must be JSON: /)]);
});
