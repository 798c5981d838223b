import { Fn, Token } from 'cdktf';
import fc from 'fast-check';
import { poolSettings } from '../../card';
import { TEXTS } from '../../values';

const NAME = 'a name in tags must have 1 to 512 characters without < > % & \\ ? /, got';
const NORMAL = 'Terraform would change it; normalize it first';
const map = Token.asStringMap(Fn.tomap({ a: 'b' }));
const tags = (count: number, value: string) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag${index}`, value]));
const tagNames = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,20}$/).map(each => each.toLowerCase());

export default poolSettings('tags', {
  armPath: 'tags',
  valid: [
    ['fifty tags', tags(50, 'v'.repeat(256))],
    ['no tags', {}],
    ['tags with the longest name', { ['n'.repeat(512)]: '' }],
    [
      'tags with names of Object.prototype',
      { constructor: 'c', toString: 's', hasOwnProperty: 'h' } as unknown as { [key: string]: string },
    ],
    ['tags with names that only look like a token of a map', { a: '&{TfToken[x]}', '#{TfToken[x]}': 'b' }],
    ['a token as the map of tags', () => Token.asStringMap(Fn.tomap({ a: 'b' }))],
  ],
  invalid: [
    [{ '': 'v' }, `${NAME} ''`],
    [{ 'a<b': 'v' }, `${NAME} 'a<b'`],
    [{ 'a>b': 'v' }, `${NAME} 'a>b'`],
    [{ 'a%b': 'v' }, `${NAME} 'a%b'`],
    [{ 'a&b': 'v' }, `${NAME} 'a&b'`],
    [{ 'a\\b': 'v' }, `${NAME} 'a\\\\b'`],
    [{ 'a?b': 'v' }, `${NAME} 'a?b'`],
    [{ 'a/b': 'v' }, `${NAME} 'a/b'`],
    [{ ['n'.repeat(513)]: 'v' }, `${NAME} '${'n'.repeat(160)}... (513 characters)'`],
    [{ team: 'v'.repeat(257) }, `tags['team'] must have at most 256 characters, got '${'v'.repeat(160)}... (257 characters)'`],
    [{ team: 5 }, "tags['team'] must be a string, got 5"],
    [{ team: undefined }, "tags['team'] is required (may be an empty string)"],
    [{ team: 'a', Team: 'b' }, "tags must have names that differ by more than case, got 'Team' again"],
    [tags(51, ''), 'tags must be at most 50, got 51'],
    [['team'], 'tags must be a map, got ["team"]'],
    ['team', "tags must be a map, got 'team'"],
    [{ ...map, team: 'a' }, 'tags must be entries or the token of a map, got both: Fn.merge makes one map of them'],
    [{ team: 'e\u0301' }, `tags['team'] must be in Unicode normal form C, got 'e\u0301': ${NORMAL}`],
    [{ 'e\u0301': 'v' }, `a name in tags must be in Unicode normal form C, got 'e\u0301': ${NORMAL}`],
    [{ team: '\ud83d' }, "tags['team'] must be well-formed Unicode, got '\\ud83d': Terraform would replace half of a character"],
  ],
  arbitrary: {
    valid: fc.dictionary(tagNames, TEXTS, { maxKeys: 5, noNullPrototype: true }),
    invalid: fc.oneof(
      fc.record({ [`a${'b'.repeat(512)}`]: fc.constant('v') }),
      fc.record({ a: fc.string({ minLength: 257, maxLength: 300, unit: fc.constant('v') }) }),
    ),
  },
  edits: [
    { title: 'tags: added', after: { tags: { team: 'a' } }, action: 'in place', paths: ['tags'] },
    { title: 'tags: changed', before: { tags: { team: 'a' } }, after: { tags: { team: 'b' } }, action: 'in place', paths: ['tags.team'] },
    { title: 'tags: removed', before: { tags: { team: 'a' } }, action: 'in place', paths: ['tags'] },
  ],
  drift: [{ id: 'pool/tag/changed', props: { tags: { team: 'a' } }, paths: ['tags.team'] }],
});
