import { documents } from './support/document';

test('docs/policies.md has the rules as they are in the code: npm run policies:docs', () => {
  const { actual, expected } = documents();
  expect(actual).toBe(expected);
});
