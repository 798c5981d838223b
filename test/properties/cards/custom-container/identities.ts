import { SessionIdentity } from '../../../../lib';
import { container } from '../../card';
import { IDENTITY_ID, OTHER_IDENTITY_ID } from '../../values';

const PATH = 'properties.managedIdentitySettings';
const identity = SessionIdentity.userAssigned(IDENTITY_ID);

export default container('identities', {
  armPath: PATH,
  since: 'identities',
  valid: [
    ['the system-assigned identity', [SessionIdentity.systemAssigned()]],
    ['a user-assigned identity', [identity]],
  ],
  invalid: [],
  edits: [
    { title: 'identities: added', after: { identities: [identity] }, action: 'in place', paths: [`body.${PATH}[0]`, 'identity[0]'] },
    {
      title: 'identities: one more',
      before: { identities: [identity] },
      after: { identities: [identity, SessionIdentity.userAssigned(OTHER_IDENTITY_ID)] },
      action: 'in place',
      paths: [`body.${PATH}[1]`, 'identity[0].identity_ids'],
    },
    {
      title: 'identities: availableInSessions',
      before: { identities: [identity] },
      after: { identities: [SessionIdentity.userAssigned(IDENTITY_ID, { availableInSessions: true })] },
      action: 'in place',
      paths: [`body.${PATH}[0].lifecycle`],
    },
    { title: 'identities: removed', before: { identities: [identity] }, action: 'in place', paths: [`body.${PATH}[0]`, 'identity[0]'] },
  ],
  drift: [{ id: 'pool/identity-lifecycle/changed', props: { identities: [identity] }, paths: [`body.${PATH}[0].lifecycle`] }],
});
