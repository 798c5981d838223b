import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { App, Aspects, Lazy, TerraformResource, TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import type { Fixture } from './fixtures';
import { FIXTURES, PARAMETERS, stackOf } from './fixtures';
import type { IPolicyResource, ISessionPoolRule } from '../../lib';
import { AzapiProvider, AzapiResource, PolicyLevel, PolicyResourceKind, SessionNetworkStatus, SessionPoolPolicies } from '../../lib';
import { collectFindings } from '../../lib/terraform/inherited-aspects';
import { interpreter } from '../support/fixtures';
import { parse, testApp } from '../support/synth';
import { findingsOf, verdictOf } from './support/findings';

const ENABLED = { networkStatus: SessionNetworkStatus.EGRESS_ENABLED };
const EGRESS =
  "error stack/pool/Resource: [SessionPoolEgressDisabled] sessionNetworkConfiguration.status is 'EgressEnabled': " +
  'leave networkStatus out, or set it to SessionNetworkStatus.EGRESS_DISABLED';

function newStack(app = testApp(), id = 'stack'): TerraformStack {
  const stack = new TerraformStack(app, id);
  new AzapiProvider(stack, 'azapi');
  return stack;
}

function check(stack: TerraformStack, policies: SessionPoolPolicies): string[] {
  Aspects.of(stack).add(policies);
  return collect(stack);
}

/** Synthesizes the stack although something is found. */
function collect(stack: TerraformStack): string[] {
  collectFindings(stack, () => parse(stack));
  return findingsOf(stack);
}

describe('each rule', () => {
  test.each(FIXTURES.map(fixture => [fixture.ruleId, fixture.name, fixture] as [string, string, Fixture]))(
    '%s %s',
    (_ruleId, _name, fixture) => {
      const stack = stackOf(fixture);
      const findings = check(stack, new SessionPoolPolicies(PARAMETERS));
      expect({ violates: verdictOf(fixture, stack), findings }).toMatchObject({ violates: fixture.violates });
    },
  );

  test.each(new SessionPoolPolicies().rules)('$ruleId has at least three stacks that keep it and three that break it', ({ ruleId }) => {
    const violates = FIXTURES.filter(fixture => fixture.ruleId === ruleId).map(fixture => fixture.violates);
    expect(violates.filter(Boolean).length).toBeGreaterThanOrEqual(3);
    expect(violates.filter(each => !each).length).toBeGreaterThanOrEqual(3);
  });

  test('a pool of the library breaks none of the rules that need no parameter', () => {
    const stack = newStack();
    interpreter(stack);
    expect(check(stack, new SessionPoolPolicies())).toEqual([]);
  });
});

describe('levels', () => {
  test('an error makes the synthesis of the app fail', () => {
    const app = new App({ outdir: Testing.app().outdir });
    const stack = newStack(app);
    interpreter(stack, ENABLED);
    Aspects.of(stack).add(new SessionPoolPolicies());
    expect(() => app.synth()).toThrow('[SessionPoolEgressDisabled]');
    expect(findingsOf(stack)).toEqual([EGRESS]);
  });

  test('of a rule can be lowered, raised and switched off', () => {
    const stack = newStack();
    interpreter(stack, { ...ENABLED, cooldownPeriodInSeconds: 1000, maxConcurrentSessions: 600 });
    const findings = check(
      stack,
      new SessionPoolPolicies({
        maxConcurrentSessions: 100,
        levels: {
          SessionPoolEgressDisabled: PolicyLevel.WARNING,
          SessionPoolCooldown: PolicyLevel.ERROR,
          SessionPoolBoundedScale: PolicyLevel.OFF,
        },
      }),
    );
    expect(findings).toEqual([
      EGRESS.replace('error', 'warn'),
      'error stack/pool/Resource: [SessionPoolCooldown] cooldownPeriodInSeconds is 1000: set cooldownPeriodInSeconds to at most 900',
    ]);
  });

  test('a critical finding says so', () => {
    const [fixture] = FIXTURES.filter(({ ruleId, violates }) => ruleId === 'SessionPoolNoWayOutForSecrets' && violates);
    expect(check(stackOf(fixture), new SessionPoolPolicies())).toContainEqual(
      expect.stringMatching(
        /^error stack\/pool\/Resource: \[SessionPoolNoWayOutForSecrets\] critical: egress is enabled, and identity '.*puller' is available/,
      ),
    );
  });
});

describe('acknowledgements', () => {
  const acknowledge = (more: object) =>
    new SessionPoolPolicies({
      acknowledgements: [{ id: 'SessionPoolEgressDisabled', reason: 'the agent searches the web', ...more }],
    });

  beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-24T12:00:00Z') }));
  afterEach(() => jest.useRealTimers());

  test.each([
    ['everywhere', {}],
    ['at a construct', { path: 'stack/pool' }],
    ['in a stack', { path: 'stack' }],
    ['until today', { expires: '2026-11-24' }],
    ['with what other languages leave out', { path: null, expires: null }],
  ])('silence a finding %s', (_where, more) => {
    const stack = newStack();
    interpreter(stack, ENABLED);
    expect(check(stack, acknowledge(more))).toEqual([]);
  });

  test('silence a finding at an address in Terraform', () => {
    const stack = newStack();
    interpreter(stack, ENABLED);
    const [id] = Object.keys(parse(stack).resource.azapi_resource);
    expect(check(stack, acknowledge({ path: `azapi_resource.${id}` }))).toEqual([]);
  });

  test.each([
    ['elsewhere', { path: 'stack/poo' }, ''],
    ['until yesterday', { expires: '2026-11-23' }, ' (was accepted until 2026-11-23)'],
  ])('do not silence what is accepted %s', (_where, more, note) => {
    const stack = newStack();
    interpreter(stack, ENABLED);
    expect(check(stack, acknowledge(more))).toEqual([EGRESS + note]);
  });

  test.each([
    '',
    '2027',
    '2027-1-31',
    '2027-00-10',
    '2027-13-01',
    '2027-01-00',
    '2027-01-32',
    '2027-02-29',
    '2027-02-31',
    '2027-01-31T00:00:00Z',
  ])('that end on %j, which is no day, are refused', expires => {
    expect(() => new SessionPoolPolicies({ acknowledgements: [{ id: 'SessionPoolCooldown', reason: 'x', expires }] })).toThrow(
      `acknowledgements[0].expires must be a day such as '2027-01-31', got '${expires}'`,
    );
  });

  test.each(['2027-01-01', '2027-12-31', '2028-02-29'])('can end on %s', expires => {
    expect(() => new SessionPoolPolicies({ acknowledgements: [{ id: 'SessionPoolCooldown', reason: 'x', expires }] })).not.toThrow();
  });

  test('are refused where they are wrong, all at once', () => {
    expect(
      () =>
        new SessionPoolPolicies({
          levels: { SessionPoolNone: PolicyLevel.OFF },
          acknowledgements: [
            { id: 'SessionPoolEgress', reason: 'x' },
            { id: 'SessionPoolCooldown', reason: ' ', expires: 'next year' },
          ],
          additionalRules: [new OwnRule('SessionPoolCooldown')],
        }),
    ).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(
          new RegExp(
            [
              '^SessionPoolPolicies is not valid:',
              "  - additionalRules must have an id of their own, got 'SessionPoolCooldown' again",
              "  - levels must name a rule, got 'SessionPoolNone': there are SessionPoolEgressDisabled, .*",
              "  - acknowledgements\\[0\\].id must name a rule, got 'SessionPoolEgress': there are .*",
              "  - acknowledgements\\[1\\].reason must say why, got ' '",
              "  - acknowledgements\\[1\\].expires must be a day such as '2027-01-31', got 'next year'$",
            ].join('\n'),
          ),
        ),
      }),
    );
  });
});

class OwnRule implements ISessionPoolRule {
  public readonly kind = PolicyResourceKind.SESSION_POOL;
  public readonly level = PolicyLevel.WARNING;
  public readonly cause = 'A pool is large.';
  public readonly explanation = 'Large pools are expensive.';
  public readonly remedy = 'use two';

  constructor(public readonly ruleId: string) {}

  public check(pool: IPolicyResource): string[] {
    const max = pool.property('scaleConfiguration.maxConcurrentSessions');
    return pool.isKnown(max) && Number(max) > 50 ? [`maxConcurrentSessions is ${max}`] : [];
  }
}

test("a rule of one's own is applied, leveled and acknowledged like the others", () => {
  const stack = newStack();
  interpreter(stack, { maxConcurrentSessions: 51 });
  interpreter(stack, { maxConcurrentSessions: 52 }, 'accepted');
  const findings = check(
    stack,
    new SessionPoolPolicies({
      additionalRules: [new OwnRule('CustomPoolSize')],
      levels: { CustomPoolSize: PolicyLevel.ERROR },
      acknowledgements: [{ id: 'CustomPoolSize', path: 'stack/accepted', reason: 'load test' }],
    }),
  );
  expect(findings).toEqual(['error stack/pool/Resource: [CustomPoolSize] maxConcurrentSessions is 51: use two']);
});

describe('where the policies are added', () => {
  test('to an app, all its stacks are checked after all other aspects', () => {
    const app = testApp();
    Aspects.of(app).add(new SessionPoolPolicies({ requiredTags: ['owner'] }));
    const [tagged, untagged] = ['tagged', 'untagged'].map(id => newStack(app, id));
    [tagged, untagged].forEach(stack => interpreter(stack));
    Aspects.of(tagged).add({ visit: node => node instanceof AzapiResource && node.addOverride('tags', { owner: 'agents' }) });
    [tagged, untagged].forEach(collect);
    expect(findingsOf(app)).toEqual([
      "error untagged/pool/Resource: [SessionPoolRequiredTags] tag 'owner' is not given: give tags 'owner'",
    ]);
  });

  test.each([
    ['the provider of this library', true],
    ['nothing of this library', false],
  ])('to an app, stacks that have %s are checked', (_what, withProvider) => {
    const app = testApp();
    const stack = new TerraformStack(app, 'stack');
    if (withProvider) {
      new AzapiProvider(stack, 'azapi');
    }
    new ForeignResource(stack, 'foreign');
    Aspects.of(app).add(new SessionPoolPolicies());
    expect(collect(stack).map(finding => finding.split(' ')[2])).toEqual([
      '[SessionPoolEgressDisabled]',
      '[SessionPoolNotRaw]',
      '[SessionPoolBoundedScale]',
    ]);
  });

  test('to the app and to the stack, each finding is said once', () => {
    const policies = new SessionPoolPolicies();
    const stack = newStack();
    interpreter(stack, ENABLED);
    [stack, stack.node.root].forEach(scope => Aspects.of(scope).add(policies));
    collect(stack);
    expect(collect(stack)).toEqual([EGRESS]);
  });

  test('to a construct, what is in it is checked', () => {
    const stack = newStack();
    const [inside, outside] = ['inside', 'outside'].map(id => new Construct(stack, id));
    [inside, outside].forEach(scope => interpreter(scope, ENABLED));
    Aspects.of(inside).add(new SessionPoolPolicies());
    expect(collect(stack)).toEqual([EGRESS.replace('stack/pool', 'stack/inside/pool')]);
  });

  test('through an aspect that hands constructs to them, these are checked', () => {
    const stack = newStack();
    const policies = new SessionPoolPolicies();
    interpreter(stack, ENABLED);
    interpreter(stack, ENABLED, 'other');
    Aspects.of(stack).add({ visit: node => void (node.node.path.startsWith('stack/pool') && policies.visit(node)) });
    expect(collect(stack)).toEqual([EGRESS]);
  });

  test('what is neither a pool nor around one is left alone', () => {
    const stack = newStack();
    new ResourceGroup(stack, 'group', { name: 'rg', location: 'westus2' });
    new Construct(stack, 'construct');
    expect(check(stack, new SessionPoolPolicies(PARAMETERS))).toEqual([]);
  });
});

describe('no way to synthesize skips the policies', () => {
  const open = (app = testApp(), id = 'stack') => {
    const stack = newStack(app, id);
    interpreter(stack, ENABLED);
    return stack;
  };
  const message = `Stack 'stack' violates policies:\n  - [stack/pool/Resource] ${EGRESS.split(': ').slice(1).join(': ')}`;

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
    expect(check(stack, new SessionPoolPolicies()).map(finding => finding.split(': ')[0])).toContain('error stack');
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

/** An azapi resource of other bindings. */
class ForeignResource extends TerraformResource {
  constructor(scope: Construct, id: string) {
    super(scope, id, { terraformResourceType: 'azapi_resource', terraformGeneratorMetadata: { providerName: 'azapi' } });
  }

  protected synthesizeAttributes() {
    return { type: 'Microsoft.App/sessionPools@2026-01-01', name: 'foreign', body: { properties: {} } };
  }
}
