import { poolOptions } from '../../card';

export default poolOptions('adoptExisting', {
  valid: [['an existing pool that is adopted', true]],
  invalid: [[1, 'adoptExisting must be true or false, got 1']],
  edits: [{ title: 'adoptExisting', after: { adoptExisting: true }, action: 'no changes' }],
});
