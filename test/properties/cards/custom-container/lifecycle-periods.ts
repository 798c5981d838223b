import fc from 'fast-check';
import type { OnContainerExitLifecycleOptions, TimedLifecycleOptions } from '../../../../lib';
import { SessionLifecycle } from '../../../../lib';
import { inside } from '../../card';
import { LIFECYCLE, outside } from '../../values';

const lifecycle = { in: 'lifecycle', pool: 'CustomContainerPool' } as const;
const timed = inside<TimedLifecycleOptions>('TimedLifecycleOptions', {
  ...lifecycle,
  props: given => ({ lifecycle: SessionLifecycle.timed(given) }),
});
const onContainerExit = inside<OnContainerExitLifecycleOptions>('OnContainerExitLifecycleOptions', {
  ...lifecycle,
  props: given => ({ lifecycle: SessionLifecycle.onContainerExit(given) }),
});

const RANGE = 'lifecycle.cooldownPeriodInSeconds must be between 300 and 3600 (seconds), got';

export default [
  timed('cooldownPeriodInSeconds', {
    armPath: `${LIFECYCLE}.cooldownPeriodInSeconds`,
    valid: [['a long cooldown', 3600, 'long-cooldown']],
    invalid: [
      [299, `${RANGE} 299`],
      [3601, `${RANGE} 3601`],
    ],
    arbitrary: { valid: fc.integer({ min: 300, max: 3600 }), invalid: outside(300, 3600) },
  }),
  onContainerExit('maxAlivePeriodInSeconds', {
    armPath: `${LIFECYCLE}.maxAlivePeriodInSeconds`,
    valid: [
      ['the shortest life', 1],
      ['a long life', 86400],
    ],
    invalid: [
      [0, 'lifecycle.maxAlivePeriodInSeconds must be at least 1 (seconds), got 0'],
      [0.5, 'lifecycle.maxAlivePeriodInSeconds must be a whole number, got 0.5'],
    ],
    arbitrary: { valid: fc.integer({ min: 1, max: 100_000 }), invalid: fc.integer({ max: 0 }) },
  }),
];
