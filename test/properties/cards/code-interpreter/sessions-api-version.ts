import { interpreterSettings } from '../../card';
import { letters } from '../../values';

const FORM = "sessionsApiVersion must have the form '2026-01-01' or '2026-01-01-preview', got";

export default interpreterSettings('sessionsApiVersion', {
  valid: [
    ['the newest sessions API', '2025-10-02-preview'],
    ['the first sessions API', '2024-02-02-preview'],
    ['a sessions API to come', '2027-01-01-preview', 'unknown-api-version'],
  ],
  invalid: [
    ['', `${FORM} ''`],
    ['latest', `${FORM} 'latest'`],
    ['2024-2-2-preview', `${FORM} '2024-2-2-preview'`],
    [1, 'sessionsApiVersion must be a string, got 1'],
    [
      '2024-02-30-preview',
      "sessionsApiVersion must be a day that exists, got '2024-02-30-preview': leave it out, or use one such as '2026-01-01'",
    ],
  ],
  arbitrary: { invalid: letters(1, 10) },
});
