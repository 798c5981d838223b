import { TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { CodeInterpreterPoolFleet, SessionPoolEnvironment, SessionPoolQueryPack } from '../../lib';
import { interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import { testApp, warningsOf } from '../support/synth';

const PLACE = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };

type Build = (stack: TerraformStack) => Construct;

function warningsFor(first: Build, second: Build = first): string[] {
  const app = testApp();
  const [a, b] = ['a', 'b'].map(id => new TerraformStack(app, id));
  first(a);
  return warningsOf(second(b)).filter(warning => warning.includes('duplicate-name'));
}

test.each<[string, Build, string]>([
  [
    'pools',
    stack => interpreter(stack, { sessionPoolName: 'taken' }, 'it'),
    "sessionPoolName 'taken' is the name of 'a/it' too, in another stack: both define one resource of Azure",
  ],
  [
    'environments',
    stack => new SessionPoolEnvironment(stack, 'it', { ...PLACE, environmentName: 'taken' }),
    "environmentName 'taken' is the name of 'a/it' too, in another stack: both define one resource of Azure",
  ],
  [
    'query packs',
    stack => new SessionPoolQueryPack(stack, 'it', { ...PLACE, queryPackName: 'taken' }),
    "queryPackName 'taken' is the name of 'a/it' too, in another stack: both define one resource of Azure",
  ],
  [
    'alerts',
    stack =>
      interpreter(stack, {}, 'pool')
        .metrics.ready()
        .createAlert(stack, 'it', { threshold: 1, alertName: 'taken', resourceGroupId: RESOURCE_GROUP_ID }),
    "alertName 'taken' is the name of 'a/it' too, in another stack: both define one resource of Azure",
  ],
  [
    'fleets',
    stack =>
      new CodeInterpreterPoolFleet(stack, 'it', {
        sessions: 1,
        locations: ['westus2'],
        sessionPoolNamePrefix: 'taken',
        resourceGroupId: RESOURCE_GROUP_ID,
      }),
    "sessionPoolName 'takenwestus2p1' is the name of 'a/it/westus2-1' too, in another stack: both define one resource of Azure",
  ],
])('%s of two stacks get a warning for one literal name', (_kind, build, message) => {
  expect(warningsFor(build)).toStrictEqual([`[duplicate-name] ${message}`]);
});

test('the warning can be accepted', () => {
  const acknowledgements = [{ id: 'duplicate-name', reason: 'the stacks are for two clouds' }];
  expect(warningsFor(stack => interpreter(stack, { sessionPoolName: 'taken', acknowledgements }))).toStrictEqual([]);
});

test.each<[string, Build, Build?]>([
  ['expressions', stack => interpreter(stack, { sessionPoolName: new TerraformVariable(stack, 'name', { type: 'string' }).stringValue })],
  ['generated names', stack => interpreter(stack)],
  [
    'a pool that is removed again',
    stack => {
      const pool = interpreter(stack, { sessionPoolName: 'taken' });
      stack.node.tryRemoveChild('pool');
      return pool;
    },
    stack => interpreter(stack, { sessionPoolName: 'taken' }),
  ],
])('%s get none', (_what, first, second = first) => {
  expect(warningsFor(first, second)).toStrictEqual([]);
});
