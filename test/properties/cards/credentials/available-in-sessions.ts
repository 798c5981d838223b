import type { SessionIdentityOptions } from '../../../../lib';
import { SessionIdentity } from '../../../../lib';
import { inside } from '../../card';

const identity = inside<SessionIdentityOptions>('SessionIdentityOptions', {
  in: 'identities',
  pool: 'CustomContainerPool',
  since: 'identities',
  props: given => ({ identities: [SessionIdentity.systemAssigned(given)] }),
});

export default identity('availableInSessions', {
  armPath: 'properties.managedIdentitySettings[0].lifecycle',
  valid: [
    ['an identity that sessions do not have', false],
    ['an identity that sessions have', true, 'identity-in-sessions'],
  ],
  invalid: [['no', "identities[0].availableInSessions must be true or false, got 'no'"]],
});
