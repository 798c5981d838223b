import { structProperties } from '../support/struct-properties';

test('every property of the assembly is known: npx projen properties', () => {
  const { actual, expected } = structProperties();
  expect(actual).toBe(expected);
});
