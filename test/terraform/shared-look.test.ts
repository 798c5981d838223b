import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { SharedLook } from '../../lib/terraform/shared-look';
import { testApp } from '../support/synth';

function looks() {
  const stacks: string[] = [];
  const shared = new SharedLook(stack => stacks.push(stack.node.id));
  return { stacks, shared };
}

test('all constructs of a stack share one look', () => {
  const { stacks, shared } = looks();
  const stack = new TerraformStack(testApp(), 'stack');
  const askers = Array.from({ length: 50 }, (_, index) => new Construct(stack, `asker${index}`));
  expect(askers.map(asker => shared.for(asker))).toEqual(askers.map(() => 1));
  expect(stacks).toEqual(['stack']);
});

test('a construct that asks again has the stack looked at again, for all that ask after it', () => {
  const { shared } = looks();
  const stack = new TerraformStack(testApp(), 'stack');
  const [first, second] = ['first', 'second'].map(id => new Construct(stack, id));
  expect([first, second, first, second].map(asker => shared.for(asker))).toEqual([1, 1, 2, 2]);
});

test('stacks are looked at one by one', () => {
  const { stacks, shared } = looks();
  const app = testApp();
  const askers = ['one', 'two'].map(id => new Construct(new TerraformStack(app, id), 'asker'));
  askers.forEach(asker => shared.for(asker));
  expect(stacks).toEqual(['one', 'two']);
});
