import { poolSettings } from '../../card';

export default poolSettings('ignoreTags', {
  valid: [
    ['a tag that is left alone', ['team']],
    ['no tags that are left alone', []],
  ],
  invalid: [
    ['team', "ignoreTags must be a list, got 'team'"],
    [['team', ''], "ignoreTags[1] must be the name of a tag, got ''"],
    [[5], 'ignoreTags[0] must be the name of a tag, got 5'],
  ],
  edits: [
    { title: 'ignoreTags', before: { tags: { team: 'a' } }, after: { tags: { team: 'a' }, ignoreTags: ['team'] }, action: 'no changes' },
  ],
});
