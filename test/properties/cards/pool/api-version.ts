import { poolSettings } from '../../card';
import { letters, variable } from '../../values';

const FORM = "apiVersion must have the form '2026-01-01' or '2026-01-01-preview', got";
const noDay = (apiVersion: string) =>
  `apiVersion must be a day that exists, got '${apiVersion}': leave it out, or use one such as '2026-01-01'`;

export default poolSettings('apiVersion', {
  valid: [
    ['the newest api version', '2026-07-01'],
    ['the oldest api version', '2025-01-01'],
    ['an api version to come', '2027-01-01-preview', 'unknown-api-version'],
    ['a token as api version', variable],
  ],
  invalid: [
    ['', `${FORM} ''`],
    ['latest', `${FORM} 'latest'`],
    ['x2026-01-01', `${FORM} 'x2026-01-01'`],
    ['2026-1-1', `${FORM} '2026-1-1'`],
    ['2026-01-01-beta', `${FORM} '2026-01-01-beta'`],
    ...['2026-13-01', '2026-00-01', '2026-02-30', '2026-01-32-preview'].map(day => [day, noDay(day)] as const),
  ],
  arbitrary: { invalid: letters(1, 10) },
  edits: ({ pool }) => [
    pool === 'CodeInterpreterPool'
      ? { title: 'apiVersion', before: { apiVersion: '2025-07-01' }, action: 'no changes' }
      : { title: 'apiVersion', before: { apiVersion: '2025-07-01' }, action: 'in place', paths: ['schema_validation_enabled'] },
  ],
});
