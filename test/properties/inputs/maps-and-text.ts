import { Fn, Token } from 'cdktf';
import type { BadInput } from './bad-input';
import { badInputs, badInputsOfBoth } from './bad-input';

const TAG_NAME = 'a name in tags must have 1 to 512 characters without < > % & \\ ? /, got';
const UNICODE = 'Terraform would replace half of a character';
const NORMAL = 'Terraform would change it; normalize it first';
const list = Token.asList(Fn.tolist(['a']));
const map = Token.asStringMap(Fn.tomap({ a: 'b' }));

const TAGS: BadInput[] = badInputsOfBoth([
  [{ tags: { '': 'v' } }, `${TAG_NAME} ''`],
  [{ tags: { 'a<b': 'v' } }, `${TAG_NAME} 'a<b'`],
  [{ tags: { 'a>b': 'v' } }, `${TAG_NAME} 'a>b'`],
  [{ tags: { 'a%b': 'v' } }, `${TAG_NAME} 'a%b'`],
  [{ tags: { 'a&b': 'v' } }, `${TAG_NAME} 'a&b'`],
  [{ tags: { 'a\\b': 'v' } }, `${TAG_NAME} 'a\\\\b'`],
  [{ tags: { 'a?b': 'v' } }, `${TAG_NAME} 'a?b'`],
  [{ tags: { 'a/b': 'v' } }, `${TAG_NAME} 'a/b'`],
  [{ tags: { [`${'n'.repeat(513)}`]: 'v' } }, `${TAG_NAME} '${'n'.repeat(160)}... (513 characters)'`],
  [{ tags: { team: 'v'.repeat(257) } }, `tags['team'] must have at most 256 characters, got '${'v'.repeat(160)}... (257 characters)'`],
  [{ tags: { team: 5 } }, "tags['team'] must be a string, got 5"],
  [{ tags: { team: undefined } }, "tags['team'] is required (may be an empty string)"],
  [{ tags: { team: 'a', Team: 'b' } }, "tags must have names that differ by more than case, got 'Team' again"],
  [{ tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag${index}`, ''])) }, 'tags must be at most 50, got 51'],
  [{ tags: ['team'] }, 'tags must be a map, got ["team"]'],
  [{ tags: 'team' }, "tags must be a map, got 'team'"],
  [{ tags: { ...map, team: 'a' } }, 'tags must be entries or the token of a map, got both: Fn.merge makes one map of them'],
  [{ tags: { team: 'e\u0301' } }, `tags['team'] must be in Unicode normal form C, got 'e\u0301': ${NORMAL}`],
  [{ tags: { é: 'v' } }, `a name in tags must be in Unicode normal form C, got 'e\u0301': ${NORMAL}`],
  [{ tags: { team: '\ud83d' } }, `tags['team'] must be well-formed Unicode, got '\\ud83d': ${UNICODE}`],
]);

const TEXTS: BadInput[] = badInputs('CustomContainerPool', [
  [{ args: ['\udc00'] }, `args[0] must be well-formed Unicode, got text that is not shown, as it may hold a secret: ${UNICODE}`],
  [{ command: ['a\u030a'] }, `command[0] must be in Unicode normal form C, got text that is not shown, as it may hold a secret: ${NORMAL}`],
  [{ args: ['a', list[0]] }, 'args[1] must be a single string, got a list or map token'],
  [{ args: [`--items=${list}`] }, 'args[0] must be a single string, got a list or map token'],
  [{ environmentVariables: { ITEMS: `${list}` } }, "environmentVariables['ITEMS'] must be a single string, got a list or map token"],
  [{ environmentVariables: { MAP: Object.keys(map)[0] } }, "environmentVariables['MAP'] must be a single string, got a list or map token"],
  [
    { environmentVariables: { ...map, A: 'a' } },
    'environmentVariables must be entries or the token of a map, got both: Fn.merge makes one map of them',
  ],
  [
    { environmentVariables: { A: '\ud800x' } },
    `environmentVariables['A'] must be well-formed Unicode, got text that is not shown, as it may hold a secret: ${UNICODE}`,
  ],
]);

/** Maps and text that ARM, Terraform or cdktf cannot hold. */
export const MAP_AND_TEXT_BAD_INPUTS = [...TAGS, ...TEXTS];
