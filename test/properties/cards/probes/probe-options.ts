import fc from 'fast-check';
import type { ContainerProbeOptions } from '../../../../lib';
import { ContainerProbe, ProbeHandler } from '../../../../lib';
import { inside, withProps } from '../../card';
import { CONTAINER } from '../../values';

const handler = ProbeHandler.httpGet({ port: 80 });
const option = inside<ContainerProbeOptions>('ContainerProbeOptions', {
  in: 'probes',
  pool: 'CustomContainerPool',
  since: 'probes',
  props: given => ({ probes: [ContainerProbe.liveness(handler, given)] }),
});
const startup = (options: ContainerProbeOptions) => withProps({ probes: [ContainerProbe.startup(handler, options)] });
const pathOf = (property: keyof ContainerProbeOptions) => `${CONTAINER}.probes[0].${property}`;
const atLeast0 = (property: keyof ContainerProbeOptions) => `probes[0].${property} must be at least 0, got`;

export default [
  option('failureThreshold', {
    armPath: pathOf('failureThreshold'),
    valid: [
      ['the lowest failure threshold', 1],
      ['the highest failure threshold', 10],
      ['probe settings below the bounds', startup({ failureThreshold: 0, initialDelaySeconds: 0 }), 'probe-bounds', 'probe-bounds'],
      [
        'probe settings above the bounds',
        startup({
          failureThreshold: 11,
          initialDelaySeconds: 61,
          periodSeconds: 241,
          timeoutSeconds: 241,
          terminationGracePeriodSeconds: 3601,
        }),
        ...Array.from({ length: 5 }, () => 'probe-bounds'),
      ],
    ],
    invalid: [
      [-1, `${atLeast0('failureThreshold')} -1`],
      [1.5, 'probes[0].failureThreshold must be a whole number, got 1.5'],
    ],
    arbitrary: { valid: fc.integer({ min: 1, max: 10 }), invalid: fc.integer({ max: -1 }) },
  }),
  option('initialDelaySeconds', {
    armPath: pathOf('initialDelaySeconds'),
    valid: [['the longest delay of a probe', 60]],
    invalid: [[-1, `${atLeast0('initialDelaySeconds')} -1`]],
    arbitrary: { valid: fc.integer({ min: 1, max: 60 }) },
  }),
  option('periodSeconds', {
    armPath: pathOf('periodSeconds'),
    valid: [['the longest period of a probe', 240]],
    invalid: [[-1, `${atLeast0('periodSeconds')} -1`]],
    arbitrary: { valid: fc.integer({ min: 1, max: 240 }) },
  }),
  option('successThreshold', {
    armPath: pathOf('successThreshold'),
    valid: [['the success threshold', 1]],
    invalid: [0, 2].map(threshold => [threshold, `probes[0].successThreshold must be 1, got ${threshold}`] as const),
    arbitrary: { valid: fc.constant(1), invalid: fc.integer({ min: 2 }) },
  }),
  option('timeoutSeconds', {
    armPath: pathOf('timeoutSeconds'),
    valid: [['the longest timeout of a probe', 240]],
    invalid: [
      [-1, `${atLeast0('timeoutSeconds')} -1`],
      ['5', "probes[0].timeoutSeconds must be a whole number, got '5'"],
    ],
    arbitrary: { valid: fc.integer({ min: 1, max: 240 }) },
  }),
  option('terminationGracePeriodSeconds', {
    armPath: pathOf('terminationGracePeriodSeconds'),
    valid: [
      ['no grace period', 0],
      [
        'probe settings at the lower bounds',
        withProps({
          probes: [
            ContainerProbe.liveness(handler, {
              failureThreshold: 1,
              initialDelaySeconds: 1,
              periodSeconds: 1,
              successThreshold: 1,
              timeoutSeconds: 1,
              terminationGracePeriodSeconds: 0,
            }),
          ],
        }),
      ],
      [
        'probe settings at the upper bounds',
        startup({
          failureThreshold: 10,
          initialDelaySeconds: 60,
          periodSeconds: 240,
          timeoutSeconds: 240,
          terminationGracePeriodSeconds: 3600,
        }),
      ],
    ],
    invalid: [[-1, `${atLeast0('terminationGracePeriodSeconds')} -1`]],
    arbitrary: { valid: fc.integer({ min: 0, max: 3600 }) },
  }),
];
