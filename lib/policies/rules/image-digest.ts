import { PolicyLevel } from '../policy-level';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';
import { entriesOf, isGiven, show, textOf } from '../values';

/** An image that is always the same. */
export const IMAGE_DIGEST: ISessionPoolRule = {
  ruleId: 'SessionPoolImageDigest',
  kind: PolicyResourceKind.SESSION_POOL,
  level: PolicyLevel.WARNING,
  cause: 'The image of a container has no digest.',
  explanation:
    'Whoever can push to the registry can move a tag to another image, and the pool caches what it pulled: nobody can say ' +
    'which code the sessions run.',
  remedy: "end image with '@sha256:<digest>'",
  check: pool =>
    pool
      .items('customContainerTemplate.containers')
      .map(container => entriesOf(container).image)
      .filter(image => isGiven(image) && pool.isKnown(image) && !/@(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/.test(textOf(image)))
      .map(image => `image ${show(image)} has no digest`),
};
