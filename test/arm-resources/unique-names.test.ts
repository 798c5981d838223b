import { TerraformStack, TerraformVariable } from 'cdktf';
import { failuresOf } from '../support/failures';
import { interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import { synthesize, testApp, warningsOf } from '../support/synth';

const OTHER_GROUP = RESOURCE_GROUP_ID.replace(/rg$/, 'other');

describe('two pools of a stack', () => {
  test.each<[string, object]>([
    ['the same name', { sessionPoolName: 'taken' }],
    ['a resource group in another casing', { sessionPoolName: 'taken', resourceGroupId: RESOURCE_GROUP_ID.replace(/rg$/, 'RG') }],
  ])('cannot have %s', (_what, props) => {
    synthesize(stack => {
      interpreter(stack, { sessionPoolName: 'taken' }, 'first');
      expect(failuresOf(() => interpreter(stack, props, 'second'))).toEqual([
        "sessionPoolName must be used once in a resource group, got 'taken' for 'stack/first' too",
      ]);
    });
  });

  test('cannot have the same expression as a name', () => {
    synthesize(stack => {
      const name = new TerraformVariable(stack, 'name', { type: 'string' });
      interpreter(stack, { sessionPoolName: name.stringValue }, 'first');
      expect(failuresOf(() => interpreter(stack, { sessionPoolName: name.stringValue }, 'second'))).toEqual([
        "sessionPoolName must be used once in a resource group, got the same expression for 'stack/first' too",
      ]);
    });
  });

  test.each<[string, object]>([
    ['other names', { sessionPoolName: 'other' }],
    ['the same name in two resource groups', { sessionPoolName: 'taken', resourceGroupId: OTHER_GROUP }],
    ['generated names', {}],
  ])('can have %s', (_what, props) => {
    synthesize(stack => {
      interpreter(stack, { sessionPoolName: 'taken' }, 'first');
      interpreter(stack, props, 'second');
    });
  });

  test('can have the same name after the first one is removed', () => {
    synthesize(stack => {
      interpreter(stack, { sessionPoolName: 'taken' }, 'first');
      stack.node.tryRemoveChild('first');
      interpreter(stack, { sessionPoolName: 'taken' }, 'second');
    });
  });
});

describe('pools of two stacks', () => {
  function warningsFor(first: (stack: TerraformStack) => object, second: (stack: TerraformStack) => object): string[] {
    const app = testApp();
    const [a, b] = ['a', 'b'].map(id => new TerraformStack(app, id));
    interpreter(a, first(a), 'pool');
    return warningsOf(interpreter(b, second(b), 'pool'));
  }

  const taken = () => ({ sessionPoolName: 'taken' });

  test('get a warning for the same name', () => {
    expect(warningsFor(taken, taken)).toEqual([
      "[duplicate-name] sessionPoolName 'taken' is the name of 'a/pool' too, in another stack: both define one resource of Azure",
    ]);
  });

  test('get none for expressions, which can differ', () => {
    const expression = (stack: TerraformStack) => ({
      sessionPoolName: new TerraformVariable(stack, 'name', { type: 'string' }).stringValue,
    });
    expect(warningsFor(expression, expression)).toEqual([]);
  });
});
