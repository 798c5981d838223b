import fc from 'fast-check';
import { SessionLifecycle } from '../../../../lib';
import { container } from '../../card';
import { LIFECYCLE } from '../../values';

const TYPE = "lifecycle.lifecycleType must be 'Timed' or 'OnContainerExit', got";
const body = `body.${LIFECYCLE}`;

export default container('lifecycle', {
  armPath: LIFECYCLE,
  valid: [
    ['a timed lifecycle', SessionLifecycle.timed()],
    ['a lifecycle that ends with the container', SessionLifecycle.onContainerExit()],
  ],
  invalid: [
    [
      { lifecycleType: 'Timed', cooldownPeriodInSeconds: 300, maxAlivePeriodInSeconds: 600 },
      "lifecycle.maxAlivePeriodInSeconds must not be given for the lifecycle 'Timed', got 600",
    ],
    [
      { lifecycleType: 'OnContainerExit', cooldownPeriodInSeconds: 300, maxAlivePeriodInSeconds: 600 },
      "lifecycle.cooldownPeriodInSeconds must not be given for the lifecycle 'OnContainerExit', got 300",
    ],
    [{ lifecycleType: 'timed', cooldownPeriodInSeconds: 300 }, `${TYPE} 'timed'`],
    [{ lifecycleType: 'xTimed' }, `${TYPE} 'xTimed'`],
    [{ lifecycleType: 'OnContainerExits' }, `${TYPE} 'OnContainerExits'`],
    [{}, 'lifecycle must be a SessionLifecycle, got an object: use SessionLifecycle.timed or SessionLifecycle.onContainerExit'],
  ],
  arbitrary: {
    valid: of =>
      fc.oneof(
        of('TimedLifecycleOptions').map(options => SessionLifecycle.timed(options)),
        of('OnContainerExitLifecycleOptions').map(options => SessionLifecycle.onContainerExit(options)),
      ),
  },
  edits: [
    {
      title: 'lifecycle: period',
      after: { lifecycle: SessionLifecycle.timed({ cooldownPeriodInSeconds: 600 }) },
      action: 'in place',
      paths: [`${body}.cooldownPeriodInSeconds`],
    },
    {
      title: 'lifecycle: type',
      after: { lifecycle: SessionLifecycle.onContainerExit() },
      action: 'in place',
      paths: [`${body}.cooldownPeriodInSeconds`, `${body}.lifecycleType`, `${body}.maxAlivePeriodInSeconds`],
    },
  ],
  drift: [
    { id: 'pool/cooldown/changed', paths: [`${body}.cooldownPeriodInSeconds`] },
    {
      id: 'pool/max-alive/changed',
      props: { lifecycle: SessionLifecycle.onContainerExit() },
      paths: [`${body}.maxAlivePeriodInSeconds`],
    },
  ],
});
