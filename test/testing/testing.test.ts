import { join } from 'node:path';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { TerraformStack } from 'cdktf';
import { SessionNetworkStatus, SessionPoolPolicies } from '../../lib';
import { KNOWN_AFTER_APPLY, policyFindings, SessionPoolAssertions } from '../../lib/testing';
import { readPlanFile } from '../policies/engines/plan-files';
import { raw } from '../policies/fixtures/rule-fixtures';
import { container, interpreter } from '../support/fixtures';
import { testApp } from '../support/synth';

function stack(): TerraformStack {
  const it = new TerraformStack(testApp(), 'stack');
  interpreter(it, { sessionPoolName: 'python', tags: { owner: 'agents' } }, 'python');
  container(it, { sessionPoolName: 'browsers', maxConcurrentSessions: 20, networkStatus: SessionNetworkStatus.EGRESS_ENABLED }, 'browsers');
  return it;
}

const plan = () => readPlanFile(join(__dirname, '..', 'policies', 'engines', 'plans', 'modules.json')).modules.plan;

describe('the pools', () => {
  test('of a stack are found by their name, their address and the id of their construct', () => {
    const pools = SessionPoolAssertions.fromStack(stack());
    pools.countIs(2);
    const pool = pools.pool('python');
    expect(pool).toMatchObject({
      name: 'python',
      apiVersion: '2026-01-01',
      location: 'westus2',
      tags: { owner: 'agents' },
      identity: undefined,
    });
    expect(pools.pool(pool.address)).toBe(pool);
    expect(
      SessionPoolAssertions.fromStack(
        (() => {
          const it = new TerraformStack(testApp(), 'stack');
          interpreter(it, {}, 'by-construct');
          return it;
        })(),
      ).pool('by-construct').address,
    ).toMatch(/^azapi_resource\.by-construct_/);
  });

  test('of a configuration are those that anybody defines', () => {
    const it = new TerraformStack(testApp(), 'stack');
    raw(it, {}, { identity: { type: 'SystemAssigned' } });
    expect(SessionPoolAssertions.fromStack(it).pool('rawpool').identity).toEqual({ type: 'SystemAssigned' });
    SessionPoolAssertions.fromConfiguration({}).countIs(0);
  });

  test('of a plan are those of all modules', () => {
    const pools = SessionPoolAssertions.fromPlan(plan());
    expect(pools.pools.map(({ address }) => address.replace(/\.azapi_resource.*/, ''))).toEqual([
      'module.many["a"]',
      'module.many["b.c"]',
      'module.one',
    ]);
    pools.allHaveProperties({ sessionNetworkConfiguration: { status: 'EgressEnabled' } });
    SessionPoolAssertions.fromPlan(JSON.stringify(plan())).countIs(3);
  });

  test('of a plan say what is known only after apply', () => {
    const change = {
      after: {
        type: 'Microsoft.App/sessionPools@2026-01-01',
        name: 'a',
        identity: [{ type: 'SystemAssigned' }],
        body: { properties: { args: ['a', null], b: {} } },
      },
    };
    const after_unknown = { body: { properties: { environmentId: true, args: [false, true], b: { c: true } } }, identity: [{}] };
    const pools = SessionPoolAssertions.fromPlan({
      resource_changes: [{ address: 'x', mode: 'managed', type: 'azapi_resource', change: { ...change, after_unknown } }],
    });
    pools.hasProperties('a', { environmentId: KNOWN_AFTER_APPLY, args: ['a', KNOWN_AFTER_APPLY], b: { c: KNOWN_AFTER_APPLY } });
    expect(pools.pool('a').identity).toEqual({ type: 'SystemAssigned' });
    SessionPoolAssertions.fromPlan({}).countIs(0);
  });
});

describe('failures', () => {
  const pools = SessionPoolAssertions.fromStack(stack());

  test('name every pool and every difference', () => {
    const [, address] = /\((.*)\)/.exec(`(${pools.pool('browsers').address})`)!;
    expect(() =>
      pools.allHaveProperties({
        sessionNetworkConfiguration: { status: 'EgressDisabled' },
        scaleConfiguration: { maxConcurrentSessions: 10 },
      }),
    ).toThrow(
      new Error(
        'session pools do not have the properties:\n' +
          `  - browsers (${address}): properties.sessionNetworkConfiguration.status must be "EgressDisabled", got "EgressEnabled"\n` +
          `  - browsers (${address}): properties.scaleConfiguration.maxConcurrentSessions must be 10, got 20`,
      ),
    );
  });

  test.each<[string, () => void, RegExp]>([
    ['a count', () => pools.countIs(1), /^expected 1 session pools, found 2: browsers \(azapi_resource\.browsers_\w+\), python \(.*\)$/],
    ['a name', () => pools.pool('pytho'), /^expected one session pool 'pytho', found 0 among: browsers /],
    ['a list', () => pools.hasProperties('browsers', { customContainerTemplate: { containers: [] } }), /containers must be \[\], got \[\{/],
    [
      'an item',
      () => pools.hasProperties('browsers', { customContainerTemplate: { containers: [{ name: 'x' }] } }),
      /containers\[0\]\.name must be "x", got "browsers"/,
    ],
    ['an absence', () => pools.hasProperties('python', { containerType: undefined }), /containerType must be absent, got "PythonLTS"/],
    ['a presence', () => pools.hasProperties('python', { environmentId: 'x' }), /environmentId must be "x", got nothing/],
    [
      'a matcher',
      () => pools.hasProperties('python', { containerType: expect.any(Number) }),
      /containerType must match Any, got "PythonLTS"/,
    ],
    ['no pool', () => SessionPoolAssertions.fromConfiguration('{}').allHaveProperties({}), /^expected session pools, found none$/],
    ['no pool of a name', () => SessionPoolAssertions.fromConfiguration('{}').pool('a'), /among: none$/],
  ])('of %s', (_what, assertion, message) => {
    expect(assertion).toThrow(message);
  });
});

test('the matchers of aws-cdk-lib work on the template', () => {
  const template = Template.fromJSON(SessionPoolAssertions.fromStack(stack()).toTemplate());
  template.resourceCountIs('Microsoft.App/sessionPools', 2);
  template.hasResourceProperties('Microsoft.App/sessionPools', {
    name: 'browsers',
    properties: {
      customContainerTemplate: {
        containers: Match.arrayWith([Match.objectLike({ image: Match.stringLikeRegexp('^registry\\.azurecr\\.io/') })]),
      },
      mcpServerSettings: Match.absent(),
    },
  });
  expect(() =>
    template.allResourcesProperties('Microsoft.App/sessionPools', {
      properties: { sessionNetworkConfiguration: { status: 'EgressDisabled' } },
    }),
  ).toThrow(/do not match the given definition:\s+azapi_resource\.browsers_/);
});

test('what the policies find is a list', () => {
  expect(policyFindings(stack(), new SessionPoolPolicies())).toEqual([
    expect.stringMatching(/^stack\/browsers\/Resource: \[SessionPoolEgressDisabled\] /),
    expect.stringMatching(/^stack\/browsers\/Resource: \[SessionPoolImageDigest\] /),
  ]);
});
