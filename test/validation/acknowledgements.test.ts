import { TerraformStack, TerraformVariable, Token } from 'cdktf';
import { Construct } from 'constructs';
import type { Acknowledgement } from '../../lib';
import { CodeInterpreterPoolFleet, SessionNetworkStatus, SessionPoolEnvironment, SessionPoolQueryPack } from '../../lib';
import { checkAcknowledgements, stateOf } from '../../lib/validation/acknowledgement-rules';
import { Findings } from '../../lib/validation/findings';
import { WARNINGS } from '../../lib/validation/warnings';
import { interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import { testApp, warningsOf } from '../support/synth';

const FORM = 'must have the form { id, reason, path?, expires? }';
const KNOWN = 'must be known when the configuration is written, got a token';
const accepted = { id: 'a', reason: 'we know' };
const EGRESS =
  '[egress-enabled] networkStatus is EgressEnabled: code in the sessions can reach the internet, attack others and carry data away';

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-24T23:59:59Z') }));
afterEach(() => jest.useRealTimers());

function failures(acknowledgements: unknown): string[] {
  const findings = new Findings();
  checkAcknowledgements(acknowledgements as Acknowledgement[], 'warning', ['a', 'b'], findings);
  return findings.errors;
}

test.each<[string, unknown]>([
  ['none', undefined],
  ['null', null],
  ['an empty list', []],
  ['what is required', [accepted]],
  ['everything', [{ ...accepted, path: 'stack/pool', expires: '2027-01-31' }]],
  ['null for what is optional', [{ ...accepted, path: null, expires: null }]],
  ['a reason that is a token', [{ ...accepted, reason: Token.asString({ resolve: () => 'x' }) }]],
  ['an ID twice', [accepted, accepted]],
])('%s is accepted', (_, acknowledgements) => expect(failures(acknowledgements)).toStrictEqual([]));

test.each<[string, unknown, ...failures: string[]]>([
  ['a map', { a: 'we know' }, 'acknowledgements must be a list, got {"a":"we know"}'],
  ['a token of a list', Token.asList({ resolve: () => [] }), `acknowledgements ${KNOWN}`],
  ['text in the list', ['a'], `acknowledgements[0] ${FORM}, got 'a'`],
  ['null in the list', [accepted, null], `acknowledgements[1] ${FORM}, got null`],
  ['another property', [{ ...accepted, expiry: '2027-01-31' }], `acknowledgements[0] ${FORM}, got 'expiry' in it`],
  ['no ID', [{ reason: 'we know' }], 'acknowledgements[0].id must name a warning, got undefined: there are a, b'],
  ['an unknown ID', [{ id: 'c', reason: 'we know' }], "acknowledgements[0].id must name a warning, got 'c': there are a, b"],
  ['a token as ID', [{ id: Token.asString({ resolve: () => 'a' }), reason: 'we know' }], `acknowledgements[0].id ${KNOWN}`],
  ['no reason', [{ id: 'a' }], 'acknowledgements[0].reason must say why, got undefined'],
  ['an empty reason', [{ id: 'a', reason: ' \n' }], "acknowledgements[0].reason must say why, got ' \\n'"],
  ['a number as reason', [{ id: 'a', reason: 5 }], 'acknowledgements[0].reason must say why, got 5'],
  ['an empty path', [{ ...accepted, path: '' }], "acknowledgements[0].path must be the path of a construct, got ''"],
  ['a number as path', [{ ...accepted, path: 5 }], 'acknowledgements[0].path must be the path of a construct, got 5'],
  ['a token as path', [{ ...accepted, path: Token.asString({ resolve: () => 'a' }) }], `acknowledgements[0].path ${KNOWN}`],
  ['a token as day', [{ ...accepted, expires: Token.asString({ resolve: () => 'a' }) }], `acknowledgements[0].expires ${KNOWN}`],
  ['a date', [{ ...accepted, expires: 2027 }], "acknowledgements[0].expires must be a day such as '2027-01-31', got 2027"],
  ...['', '2027', '2027-1-31', '2027-00-10', '2027-13-01', '2027-01-00', '2027-02-29', '2027-02-31', '2027-01-31T00:00:00Z'].map(
    (expires): [string, unknown, string] => [
      `the end '${expires}'`,
      [{ ...accepted, expires }],
      `acknowledgements[0].expires must be a day such as '2027-01-31', got '${expires}'`,
    ],
  ),
  [
    'everything wrong',
    [{ id: 'c', reason: '', path: '', expires: 'never' }, 5],
    "acknowledgements[0].id must name a warning, got 'c': there are a, b",
    "acknowledgements[0].reason must say why, got ''",
    "acknowledgements[0].path must be the path of a construct, got ''",
    "acknowledgements[0].expires must be a day such as '2027-01-31', got 'never'",
    `acknowledgements[1] ${FORM}, got 5`,
  ],
])('%s is refused', (_, acknowledgements, ...expected) => expect(failures(acknowledgements)).toStrictEqual(expected));

const NOTE = ' (was accepted until 2026-11-23)';

test.each<[string, boolean, string, Partial<Acknowledgement>[]]>([
  ['everywhere', true, '', [{}]],
  ['at the construct', true, '', [{ path: 'stack/pool' }]],
  ['in the stack', true, '', [{ path: 'stack' }]],
  ['at the address', true, '', [{ path: 'azapi_resource.pool' }]],
  ['until today', true, '', [{ expires: '2026-11-24' }]],
  ['with null for what is optional', true, '', [{ path: null, expires: null } as never]],
  ['until yesterday', false, NOTE, [{ expires: '2026-11-23' }]],
  ['until yesterday, and once more without an end', true, '', [{ expires: '2026-11-23' }, {}]],
  ['until two days that are over', false, NOTE, [{ expires: '2026-11-23' }, { expires: '2025-01-01' }]],
  ['at a construct with a longer name', false, '', [{ path: 'stack/poo' }]],
  ['elsewhere, until yesterday', false, '', [{ path: 'other', expires: '2026-11-23' }]],
  ['for another ID', false, '', [{ id: 'b' }]],
  ['nowhere', false, '', []],
])('a finding that is acknowledged %s: accepted %p', (_, isAccepted, note, acknowledgements) => {
  const state = stateOf(
    acknowledgements.map(each => ({ ...accepted, ...each })),
    'a',
    { path: 'stack/pool', address: 'azapi_resource.pool' },
  );
  expect(state).toStrictEqual({ accepted: isAccepted, note });
});

describe('a warning of a pool', () => {
  const warnings = (more: object) => {
    const stack = new TerraformStack(testApp(), 'stack');
    const networkStatus = SessionNetworkStatus.EGRESS_ENABLED;
    const acknowledgements = [{ id: 'egress-enabled', reason: 'it searches the web', ...more }];
    return warningsOf(interpreter(new Construct(stack, 'team'), { networkStatus, acknowledgements }));
  };

  test.each([{}, { path: 'stack/team/pool' }, { path: 'stack/team' }, { path: 'stack' }, { expires: '2026-11-24' }])(
    'is silent with %j',
    more => expect(warnings(more)).toStrictEqual([]),
  );

  test.each<[object, string]>([
    [{ path: 'stack/team/other' }, EGRESS],
    [{ expires: '2026-11-23' }, EGRESS + NOTE],
    [{ id: 'name-hyphen' }, EGRESS],
  ])('is reported with %j', (more, message) => expect(warnings(more)).toStrictEqual([message]));
});

test('a fleet accepts a warning of one of its pools', () => {
  const stack = new TerraformStack(testApp(), 'stack');
  const fleet = new CodeInterpreterPoolFleet(stack, 'fleet', {
    sessions: 2,
    maxConcurrentSessionsPerPool: 1,
    locations: ['westus2', 'westeurope'],
    resourceGroupId: RESOURCE_GROUP_ID,
    networkStatus: SessionNetworkStatus.EGRESS_ENABLED,
    acknowledgements: [{ id: 'egress-enabled', reason: 'it searches the web', path: 'stack/fleet/westus2-1' }],
  });
  expect(fleet.pools.map(warningsOf)).toStrictEqual([[], [EGRESS]]);
});

const place = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };

test.each<[string, (stack: TerraformStack, props: object) => unknown]>([
  ['CodeInterpreterPool', (stack, props) => interpreter(stack, props)],
  ['SessionPoolEnvironment', (stack, props) => new SessionPoolEnvironment(stack, 'it', { ...place, ...props })],
  ['SessionPoolQueryPack', (stack, props) => new SessionPoolQueryPack(stack, 'it', { ...place, ...props })],
  ['SessionPoolAlert', (stack, props) => interpreter(stack).metrics.alertWhenPending(stack, 'it', props)],
  [
    'CodeInterpreterPoolFleet',
    (stack, props) => new CodeInterpreterPoolFleet(stack, 'it', { ...place, sessions: 1, locations: ['westus2'], ...props }),
  ],
])('%s refuses a wrong acknowledgement and the map of before', (_, build) => {
  const stack = new TerraformStack(testApp(), 'stack');
  expect(() =>
    build(stack, { acknowledgements: [{ id: 'c', reason: 'x' }], acknowledgedWarnings: { 'egress-enabled': 'it is known' } }),
  ).toThrow(
    expect.objectContaining({
      name: 'ValidationError',
      message: expect.stringContaining(
        ' is not valid:\n' +
          `  - acknowledgements[0].id must name a warning, got 'c': there are ${Object.keys(WARNINGS).join(', ')}\n` +
          "  - acknowledgedWarnings is not a property any more: use acknowledgements: [{ id: 'egress-enabled', reason: 'it is known' }]",
      ) as string,
    }),
  );
});

test('a token in the place of the list is refused', () => {
  const stack = new TerraformStack(testApp(), 'stack');
  const acknowledgements = new TerraformVariable(stack, 'v', { type: 'any' }).listValue as never;
  expect(() => interpreter(stack, { acknowledgements })).toThrow(`acknowledgements ${KNOWN}`);
});
