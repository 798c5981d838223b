import { Fn } from 'cdktf';
import fc from 'fast-check';
import { poolOptions } from '../../card';
import { letters, NAMES } from '../../values';

const RULE = 'sessionPoolName must be 3 to 63 lower-case letters, digits and single hyphens, a letter first and no hyphen last, got';

export default poolOptions('sessionPoolName', {
  valid: [
    ['the shortest name', 'abc'],
    ['the longest name for the CLI', 'a'.repeat(32)],
    ['a longer name', 'a'.repeat(33), 'name-length'],
    ['the longest name', 'a'.repeat(63), 'name-length'],
    ['a name with a hyphen', 'my-session-pool', 'name-hyphen'],
    ['a name that ends in a digit', 'pool1'],
    ['a name made of a literal and a token', () => `pool${Fn.lower('X')}`],
  ],
  invalid: [
    ['', `${RULE} ''`],
    ['ab', `${RULE} 'ab'`],
    ['a'.repeat(64), `${RULE} '${'a'.repeat(64)}'`],
    ['Pool', `${RULE} 'Pool'`],
    ['1pool', `${RULE} '1pool'`],
    ['-pool', `${RULE} '-pool'`],
    ['pool-', `${RULE} 'pool-'`],
    ['po--ol', `${RULE} 'po--ol'`],
    ['po_ol', `${RULE} 'po_ol'`],
    ['po.ol', `${RULE} 'po.ol'`],
    ['po ol', `${RULE} 'po ol'`],
    ['pool\n', `${RULE} 'pool\\n'`],
    ['poöl', `${RULE} 'poöl'`],
    ['${path.cwd}', `${RULE} '\${path.cwd}'`],
    [5, 'sessionPoolName must be a string, got 5'],
  ],
  arbitrary: {
    valid: NAMES,
    invalid: fc.oneof(
      letters(1, 2),
      letters(64, 80),
      letters(1, 20).map(each => `P${each}`),
      letters(1, 20).map(each => `p--${each}`),
      letters(1, 20).map(each => `p${each}-`),
      letters(1, 20).map(each => `${each}_x`),
      fc.integer().map(String),
    ),
  },
  edits: ({ pool }) => [
    pool === 'CodeInterpreterPool'
      ? { title: 'sessionPoolName', after: { sessionPoolName: 'renamedinterpreter' }, action: 'replaced', paths: ['name'] }
      : {
          title: 'sessionPoolName',
          after: { sessionPoolName: 'renamedcontainer' },
          action: 'replaced',
          paths: ['body.properties.customContainerTemplate.containers[0].name', 'name'],
        },
  ],
});
