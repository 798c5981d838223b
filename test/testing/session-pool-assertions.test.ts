import { TerraformStack, Testing } from 'cdktf';
import { SessionPoolAssertions, SessionPoolMatch, SessionPoolPolicies } from '../../lib';
import { interpreter } from '../support/fixtures';
import { testApp } from '../support/synth';

const ADDRESS = 'azapi_resource.a';

/** A configuration with one pool that has the property `value`. */
function withValue(value: unknown): SessionPoolAssertions {
  const pool = { type: 'Microsoft.App/sessionPools@2026-01-01', name: 'a', location: 'westus2', body: { properties: { value } } };
  return SessionPoolAssertions.fromJson(JSON.stringify({ resource: { azapi_resource: { a: pool } } }));
}

describe('matchers', () => {
  test.each<[string, SessionPoolMatch, unknown]>([
    ['any value: text', SessionPoolMatch.anyValue(), 'x'],
    ['any value: empty text', SessionPoolMatch.anyValue(), ''],
    ['any value: false', SessionPoolMatch.anyValue(), false],
    ['any value: 0', SessionPoolMatch.anyValue(), 0],
    ['absent: null', SessionPoolMatch.absent(), null],
    ['absent: nothing', SessionPoolMatch.absent(), undefined],
    ['a pattern', SessionPoolMatch.pattern('^a+$'), 'aaa'],
    ['a part of the text', SessionPoolMatch.pattern('b'), 'abc'],
    ['a list with its items', SessionPoolMatch.arrayWith([2, 1]), [1, 2, 3]],
    ['a list with parts of objects', SessionPoolMatch.arrayWith([{ name: SessionPoolMatch.anyValue() }]), [{ name: 'x', other: 1 }]],
    ['exactly an object', SessionPoolMatch.exactly({ a: [1, { b: 2 }] }), { a: [1, { b: 2 }] }],
    ['exactly with a matcher', SessionPoolMatch.exactly({ a: SessionPoolMatch.anyValue() }), { a: 1 }],
  ])('%s matches', (_what, matcher, value) => {
    withValue(value).hasProperties('a', { value: matcher });
  });

  test.each<[string, SessionPoolMatch, unknown, string]>([
    ['any value', SessionPoolMatch.anyValue(), null, 'any value, got null'],
    ['any value', SessionPoolMatch.anyValue(), undefined, 'any value, got nothing'],
    ['absent', SessionPoolMatch.absent(), 0, 'no value, got 0'],
    ['a pattern', SessionPoolMatch.pattern('^a+$'), 'b', '/^a+$/, got "b"'],
    ['a pattern', SessionPoolMatch.pattern('1'), 1, '/1/, got 1'],
    ['a list', SessionPoolMatch.arrayWith([3]), [1, 2], 'a list with [3], got [1,2]'],
    ['a list', SessionPoolMatch.arrayWith([1]), 1, 'a list with [1], got 1'],
    ['exactly', SessionPoolMatch.exactly({ a: 1 }), { a: 1, b: 2 }, 'exactly {"a":1}, got {"a":1,"b":2}'],
    ['exactly', SessionPoolMatch.exactly([1]), [1, 2], 'exactly [1], got [1,2]'],
  ])('%s does not match', (_what, matcher, value, rest) => {
    expect(() => withValue(value).hasProperties('a', { value: matcher })).toThrow(
      new Error(`session pools do not have the properties:\n  - a (${ADDRESS}): properties.value must match ${rest}`),
    );
  });

  test('work in assertions of jest', () => {
    expect({ a: 'abc' }).toEqual({ a: SessionPoolMatch.pattern('b') });
  });
});

describe('the pools', () => {
  test('of a configuration are read from its text', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    interpreter(stack, { sessionPoolName: 'python' }, 'python');
    const pools = SessionPoolAssertions.fromJson(Testing.synth(stack));
    pools.countIs(1);
    expect(pools.pool('python')).toEqual(SessionPoolAssertions.fromStack(stack).pool('python'));
  });

  test('of a plan are read from its text', () => {
    const after = { type: 'Microsoft.App/sessionPools@2026-01-01', name: 'a', body: { properties: { containerType: 'Shell' } } };
    const change = { address: 'module.m.azapi_resource.a', mode: 'managed', type: 'azapi_resource', change: { after } };
    const pools = SessionPoolAssertions.fromPlanJson(JSON.stringify({ resource_changes: [change] }));
    pools.allHaveProperties({ containerType: 'Shell' });
    expect(pools.pool('a').address).toBe('module.m.azapi_resource.a');
  });

  test.each(['fromJson', 'fromPlanJson'] as const)('%s refuses what is no JSON', method => {
    expect(() => SessionPoolAssertions[method]('no JSON')).toThrow(SyntaxError);
  });
});

test('what policies find is a list', () => {
  const stack = new TerraformStack(testApp(), 'stack');
  interpreter(stack, { maxConcurrentSessions: 600, sessionPoolName: 'python' }, 'python');
  const policies = new SessionPoolPolicies({ requiredTags: ['owner'] });
  expect(SessionPoolAssertions.policyFindings(stack, policies)).toContainEqual(
    expect.stringMatching(/^stack\/python\/Resource: \[SessionPoolRequiredTags\] /),
  );
});
