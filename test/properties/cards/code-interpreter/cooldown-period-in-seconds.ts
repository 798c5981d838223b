import fc from 'fast-check';
import { interpreterSettings } from '../../card';
import { LIFECYCLE, outside } from '../../values';

const RANGE = 'cooldownPeriodInSeconds must be between 300 and 3600 (seconds), got';

export default interpreterSettings('cooldownPeriodInSeconds', {
  armPath: `${LIFECYCLE}.cooldownPeriodInSeconds`,
  valid: [
    ['the shortest cooldown', 300],
    ['the longest cooldown without a warning', 900],
    ['a long cooldown', 901, 'long-cooldown'],
    ['the longest cooldown', 3600, 'long-cooldown'],
  ],
  invalid: [
    [299, `${RANGE} 299`],
    [3601, `${RANGE} 3601`],
    [300.5, 'cooldownPeriodInSeconds must be a whole number, got 300.5'],
  ],
  arbitrary: { valid: fc.integer({ min: 300, max: 3600 }), invalid: outside(300, 3600) },
  edits: [
    {
      title: 'cooldownPeriodInSeconds',
      after: { cooldownPeriodInSeconds: 600 },
      action: 'in place',
      paths: [`body.${LIFECYCLE}.cooldownPeriodInSeconds`],
    },
  ],
  drift: [{ id: 'pool/cooldown/changed' }],
});
