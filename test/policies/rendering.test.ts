import { App, Aspects, Lazy, TerraformStack, Testing } from 'cdktf';
import type { AzapiResource } from '../../lib';
import { AzapiProvider, SessionNetworkStatus, SessionPoolPolicies } from '../../lib';
import { interpreter } from '../support/fixtures';
import { testApp } from '../support/synth';
import { collectedFindings, findingsOf } from './support/findings';

const ENABLED = { networkStatus: SessionNetworkStatus.EGRESS_ENABLED };
const EGRESS =
  "[SessionPoolEgressDisabled] sessionNetworkConfiguration.status is 'EgressEnabled': " +
  'leave networkStatus out, or set it to SessionNetworkStatus.EGRESS_DISABLED';

function newStack(app = testApp(), id = 'stack'): TerraformStack {
  const stack = new TerraformStack(app, id);
  new AzapiProvider(stack, 'azapi');
  return stack;
}

describe('no way to synthesize skips the policies', () => {
  const open = (app = testApp(), id = 'stack') => {
    const stack = newStack(app, id);
    interpreter(stack, ENABLED);
    return stack;
  };
  const message = `Stack 'stack' violates policies:\n  - [stack/pool/Resource] ${EGRESS}`;

  test.each<[string, (stack: TerraformStack) => unknown]>([
    ['app.synth()', stack => (stack.node.root as App).synth()],
    ['Testing.synth', stack => Testing.synth(stack)],
    ['Testing.synth with validations', stack => Testing.synth(stack, true)],
    ['Testing.synthHcl', stack => Testing.synthHcl(stack)],
    ['Testing.fullSynth', stack => Testing.fullSynth(stack)],
    ['toTerraform', stack => stack.toTerraform() as unknown],
    ['toHclTerraform', stack => stack.toHclTerraform()],
  ])('%s throws, with the policies on the app and on the stack', (_name, synthesize) => {
    for (const scopeOf of [(stack: TerraformStack) => stack, (stack: TerraformStack) => stack.node.root]) {
      const stack = open();
      Aspects.of(scopeOf(stack)).add(new SessionPoolPolicies());
      expect(() => synthesize(stack)).toThrow(new Error(message));
      expect(() => synthesize(stack)).toThrow('[SessionPoolEgressDisabled]');
    }
  });

  test('new App({ skipValidation: true }) throws', () => {
    const app = new App({ skipValidation: true, outdir: Testing.app().outdir });
    Aspects.of(app).add(new SessionPoolPolicies());
    open(app);
    expect(() => app.synth()).toThrow(message);
  });

  test.each<[string, (stack: TerraformStack, pool: AzapiResource) => void]>([
    ['a later aspect', (stack, pool) => Aspects.of(stack).add({ visit: node => void (node === pool && egress(pool)) })],
    ['a validation', (stack, pool) => stack.node.addValidation({ validate: () => (egress(pool), []) })],
    ['a lazy value', (_stack, pool) => pool.addOverride(STATUS, Lazy.stringValue({ produce: () => 'EgressEnabled' }))],
    [
      'an override of the stack',
      (stack, pool) => stack.addOverride(`resource.azapi_resource.${pool.friendlyUniqueId}.${STATUS}`, 'EgressEnabled'),
    ],
  ])('egress by %s is found', (_name, change) => {
    const app = testApp();
    const stack = newStack(app);
    Aspects.of(app).add(new SessionPoolPolicies());
    change(stack, interpreter(stack).node.defaultChild as AzapiResource);
    expect(() => app.synth()).toThrow('[SessionPoolEgressDisabled]');
  });

  test('a pool that only an override of the stack has is found at the stack', () => {
    const stack = newStack();
    stack.addOverride('resource.azapi_resource.secret', { type: 'Microsoft.App/sessionPools@2026-01-01', body: { properties: {} } });
    Aspects.of(stack).add(new SessionPoolPolicies());
    expect(collectedFindings(stack).map(finding => finding.split(': ')[0])).toContain('error stack');
  });

  test('what the class of a stack does after rendering is seen', () => {
    class Opened extends TerraformStack {
      public toTerraform(): unknown {
        return JSON.parse(JSON.stringify(super.toTerraform()).replace('EgressDisabled', 'EgressEnabled'));
      }
    }
    const stack = new Opened(testApp(), 'stack');
    Aspects.of(stack.node.root).add(new SessionPoolPolicies());
    interpreter(stack);
    expect(() => Testing.synth(stack)).toThrow(message);
  });

  test('an override of the stack that HCL leaves out does not hide what HCL has', () => {
    const stack = open();
    const { friendlyUniqueId } = stack.node.findChild('pool').node.defaultChild as AzapiResource;
    stack.addOverride(`resource.azapi_resource.${friendlyUniqueId}.${STATUS}`, 'EgressDisabled');
    Aspects.of(stack).add(new SessionPoolPolicies());
    expect(() => Testing.synthHcl(stack)).toThrow('[SessionPoolEgressDisabled]');
    expect(JSON.stringify(stack.toTerraform())).toContain('EgressDisabled');
  });

  test('warnings do not stop anything, and are in the manifest, which the CLI prints', () => {
    const app = testApp();
    const stack = newStack(app);
    interpreter(stack, { cooldownPeriodInSeconds: 1000 });
    Aspects.of(app).add(new SessionPoolPolicies());
    app.synth();
    const warning = '[SessionPoolCooldown] cooldownPeriodInSeconds is 1000: set cooldownPeriodInSeconds to at most 900';
    expect(findingsOf(app)).toEqual([`warn stack/pool/Resource: ${warning}`]);
    expect(app.manifest.forStack(stack).annotations.filter(({ message: text }) => text === warning)).toEqual([
      { constructPath: 'stack/pool/Resource', level: '@cdktf/warn', message: warning },
    ]);
  });

  test('without policies nothing is judged', () => {
    expect(() => Testing.synth(open())).not.toThrow();
  });
});

const STATUS = 'body.properties.sessionNetworkConfiguration.status';

function egress(pool: AzapiResource): void {
  pool.addOverride(STATUS, 'EgressEnabled');
}
