import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Aspects } from 'cdktf';
import { PolicyLevel, PolicyResourceKind, SessionNetworkStatus, SessionPoolPolicies } from '../../lib';
import { checkData } from '../../lib/policies/data-file';
import { builtInRules } from '../../lib/policies/rules';
import { DATA_SCHEMA } from '../../lib/policies/shared';
import { collectFindings } from '../../lib/terraform/inherited-aspects';
import { interpreter } from '../support/fixtures';
import { testApp } from '../support/synth';
import { newStack } from './engines/engines';
import { findingsOf } from './support/findings';

const RULES = builtInRules().map(({ ruleId }) => ruleId);
const KNOWN = [...RULES].sort().join(', ');
const directory = mkdtempSync(join(tmpdir(), 'session-pools-data-file-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function failuresOf(data: unknown): string[] {
  return checkData(JSON.stringify(data), RULES).failures;
}

const withParameters = (parameters: unknown) => ({ session_pools: { parameters } });
const acknowledging = (...acknowledgements: unknown[]) => ({ session_pools: { parameters: {}, acknowledgements } });
const right = { id: 'SessionPoolCooldown', reason: 'notebooks' };

test.each<[string, unknown]>([
  ['no parameter', withParameters({})],
  [
    'all parameters',
    withParameters({ requiredTags: ['a'], allowedLocations: [], levels: { SessionPoolCooldown: 'off' }, requireExpiry: false }),
  ],
  ['a rule of your own', withParameters({ additionalRuleIds: ['Own'], levels: { Own: 'error' } })],
  ['acknowledgements', acknowledging(right, { ...right, path: 'stack', expires: '2028-02-29' })],
  ['something for others', { ...withParameters({}), other: 5 }],
  ['the former name', { session_pools: { parameters: {}, exceptions: [{ ruleId: right.id, reason: 'x', expires: '2999-12-31' }] } }],
])('a data file with %s is right', (_name, data) => {
  expect(failuresOf(data)).toEqual([]);
});

test.each<[unknown, string]>([
  [null, 'parameters must be given'],
  [[], 'parameters must be given'],
  [{}, 'parameters must be given'],
  [{ session_pools: null }, 'parameters must be given'],
  [{ session_pool: { parameters: {} } }, 'parameters must be given'],
  [withParameters(null), 'parameters must be a map, got null'],
  [withParameters([]), 'parameters must be a map, got a list'],
  [withParameters({ levels: null }), 'parameters.levels must be a map, got null'],
  [withParameters({ levels: [] }), 'parameters.levels must be a map, got a list'],
  [
    withParameters({ levels: { SessionPoolEgressDisabled: 'Error' } }),
    "parameters.levels.SessionPoolEgressDisabled must be critical, error, warning or off, got 'Error'",
  ],
  [withParameters({ levels: { SessionPoolEgressDisabled: true } }), 'parameters.levels.SessionPoolEgressDisabled must be text, got true'],
  [withParameters({ levels: { None: 'off' } }), `parameters.levels.None must name a rule, got 'None': there are ${KNOWN}`],
  [withParameters({ allowedLocations: 'westeurope' }), "parameters.allowedLocations must be a list, got 'westeurope'"],
  [withParameters({ requiredTags: 'owner' }), "parameters.requiredTags must be a list, got 'owner'"],
  [withParameters({ requiredTags: [' \u2003'] }), "parameters.requiredTags[0] must not be blank, got ' \u2003'"],
  [withParameters({ maxConcurrentSessions: '100' }), "parameters.maxConcurrentSessions must be a whole number, got '100'"],
  [withParameters({ maxConcurrentSessions: 0 }), 'parameters.maxConcurrentSessions must be at least 1, got 0'],
  [withParameters({ maxConcurrentSessions: 2 ** 31 }), 'parameters.maxConcurrentSessions must be at most 2147483647, got 2147483648'],
  [withParameters({ maxCooldownPeriodInSeconds: 1.5 }), 'parameters.maxCooldownPeriodInSeconds must be a whole number, got 1.5'],
  [
    withParameters({ requiredTag: ['owner'] }),
    `parameters.requiredTag is not known: there are ${Object.keys(DATA_SCHEMA.properties.session_pools.properties.parameters.properties).sort().join(', ')}`,
  ],
  [{ session_pools: { parameters: {}, levels: {} } }, 'levels is not known: there are acknowledgements, exceptions, parameters'],
  [{ session_pools: { parameters: {}, acknowledgements: {} } }, 'acknowledgements must be a list, got a map'],
  [acknowledging(null), 'acknowledgements[0] must be a map, got null'],
  [acknowledging({ ...right, reason: null }), 'acknowledgements[0].reason must be text, got null'],
  [acknowledging({ ...right, reason: 5 }), 'acknowledgements[0].reason must be text, got 5'],
  [acknowledging(right, { id: right.id }), 'acknowledgements[1].reason must be given'],
  [acknowledging({ ...right, expires: '2999-02-29' }), "acknowledgements[0].expires must be a day such as '2027-01-31', got '2999-02-29'"],
  [acknowledging({ ...right, id: 'None' }), `acknowledgements[0].id must name a rule, got 'None': there are ${KNOWN}`],
  [
    { session_pools: { parameters: { requireExpiry: true }, acknowledgements: [right] } },
    'acknowledgements[0].expires must be given: requireExpiry is set',
  ],
  [{ session_pools: { parameters: {}, exceptions: [{ ruleId: right.id, reason: 'x' }] } }, 'exceptions[0].expires must be given'],
])('a data file that is %j is refused', (data, expected) => {
  expect(failuresOf(data)).toEqual([`session_pools.${expected}`]);
});

function file(data: unknown): string {
  const path = join(directory, 'policy.json');
  writeFileSync(path, typeof data === 'string' ? data : JSON.stringify(data));
  return path;
}

describe('the policies of a data file', () => {
  test('have its parameters, levels and acknowledgements', () => {
    const stack = newStack(testApp());
    ['pool', 'other'].forEach(id => interpreter(stack, { networkStatus: SessionNetworkStatus.EGRESS_ENABLED }, id));
    const data = {
      parameters: { levels: { SessionPoolEgressDisabled: 'warning' }, requiredTags: ['owner'] },
      acknowledgements: [
        { id: 'SessionPoolEgressDisabled', path: 'stack/other', reason: 'x' },
        { id: 'SessionPoolRequiredTags', path: 'stack/other', reason: 'x' },
      ],
    };
    Aspects.of(stack).add(SessionPoolPolicies.fromDataFile(file({ session_pools: data })));
    collectFindings(stack, () => stack.toTerraform() as unknown);
    expect(findingsOf(stack).map(finding => finding.split(':').slice(0, 2).join(':').split(']')[0])).toEqual([
      'warn stack/pool/Resource: [SessionPoolEgressDisabled',
      'error stack/pool/Resource: [SessionPoolRequiredTags',
    ]);
  });

  test('know rules of your own', () => {
    const own = {
      ruleId: 'Own',
      kind: PolicyResourceKind.SESSION_POOL,
      level: PolicyLevel.ERROR,
      cause: '',
      explanation: '',
      remedy: '',
      check: () => [],
    };
    const path = file(acknowledging({ id: 'Own', reason: 'x' }));
    expect(SessionPoolPolicies.fromDataFile(path, [own]).rules).toContain(own);
    expect(() => SessionPoolPolicies.fromDataFile(path)).toThrow(
      `The data file '${path}' is not valid:\n  - session_pools.acknowledgements[0].id must name a rule, got 'Own': there are ${KNOWN}`,
    );
  });

  test('say that exceptions have another name, and take them', () => {
    const stack = newStack(testApp());
    interpreter(stack, { networkStatus: SessionNetworkStatus.EGRESS_ENABLED });
    const exceptions = [{ ruleId: 'SessionPoolEgressDisabled', reason: 'x', expires: '2999-12-31' }];
    Aspects.of(stack).add(SessionPoolPolicies.fromDataFile(file({ session_pools: { parameters: {}, exceptions } })));
    stack.toTerraform();
    expect(findingsOf(stack)).toEqual([
      'warn stack: [SessionPoolData] session_pools.exceptions is the former name of acknowledgements: rename it, and ruleId in it to id',
    ]);
  });

  test.each(['{', 'text', ''])('are refused where the file is no JSON: %j', text => {
    expect(() => SessionPoolPolicies.fromDataFile(file(text))).toThrow('  - the data file must be JSON: ');
  });
});

test.each<[object, string]>([
  [{ levels: null }, ''],
  [{ levels: [] }, 'levels must be a map, got a list'],
  [{ levels: { SessionPoolCooldown: 'Error' } }, "levels.SessionPoolCooldown must be critical, error, warning or off, got 'Error'"],
  [{ requiredTags: 'owner' }, "requiredTags must be a list, got 'owner'"],
  [{ requiredTag: ['owner'] }, 'requiredTag is not known: there are '],
  [{ requireExpiry: true, acknowledgements: [right] }, 'acknowledgements[0].expires must be given: requireExpiry is set'],
  [{ additionalRuleIds: ['Own'], levels: { Own: 'off' } }, ''],
])('new SessionPoolPolicies(%j)', (props, expected) => {
  const create = () => new SessionPoolPolicies(props);
  if (expected) {
    expect(create).toThrow(`SessionPoolPolicies is not valid:\n  - ${expected}`);
  } else {
    expect(create).not.toThrow();
  }
});
