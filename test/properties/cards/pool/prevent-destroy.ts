import { poolSettings } from '../../card';

export default poolSettings('preventDestroy', {
  valid: [['protection from being destroyed', true]],
  invalid: [['yes', "preventDestroy must be true or false, got 'yes'"]],
  edits: [{ title: 'preventDestroy', after: { preventDestroy: true }, action: 'no changes' }],
});
