import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, ValidationError } from '../../lib/errors';
import { testApp } from '../support/synth';

test('an error says what is wrong with which construct', () => {
  const error = new ValidationError('Pool', 'stack/pool', ['a must be b, got c', 'd must be given']);
  expect(error.name).toBe('ValidationError');
  expect(error.message).toBe("Pool at 'stack/pool' is not valid:\n  - a must be b, got c\n  - d must be given");
});

test('an error of what is no construct has no path', () => {
  expect(new ValidationError('SessionSecret', undefined, ['a must be b']).message).toBe('SessionSecret is not valid:\n  - a must be b');
});

test('a construct that is refused is no longer in the tree', () => {
  const stack = new TerraformStack(testApp(), 'stack');
  const construct = new Construct(stack, 'pool');
  expect(() => refuse(construct, 'Pool', ['a must be b'])).toThrow("Pool at 'stack/pool' is not valid:\n  - a must be b");
  expect(stack.node.children).toStrictEqual([]);
});

test('a construct without a scope is refused', () => {
  expect(() => refuse(testApp(), 'App', ['a must be b'])).toThrow("App at '' is not valid:\n  - a must be b");
});
