import type { TerraformStack } from 'cdktf';
import {
  CodeInterpreterPoolFleet,
  Principal,
  SessionPool,
  SessionPoolEndpoints,
  SessionPoolEnvironment,
  SessionPoolQueryPack,
  SessionPoolSizing,
  SessionSecret,
} from '../../lib';
import { container, ENVIRONMENT_ID, interpreter, POOL_ID, RESOURCE_GROUP_ID, SUBSCRIPTION } from '../support/fixtures';
import { synthesize, warningsOf } from '../support/synth';

const place = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };

type Build = (stack: TerraformStack, extra: object) => unknown;

const mistakes: Array<[string, Build, misspelt: string, meant: string, subject: string]> = [
  ['CodeInterpreterPool', (stack, extra) => interpreter(stack, extra), 'networkstatus', 'networkStatus', 'CodeInterpreterPool'],
  ['CustomContainerPool', (stack, extra) => container(stack, extra), 'memroy', 'memory', 'CustomContainerPool'],
  [
    'SessionPoolEnvironment',
    (stack, extra) => new SessionPoolEnvironment(stack, 'it', { ...place, ...extra }),
    'zoneRedundent',
    'zoneRedundant',
    'SessionPoolEnvironment',
  ],
  [
    'an imported pool',
    (stack, extra) => SessionPool.fromSessionPoolAttributes(stack, 'it', { sessionPoolId: POOL_ID, ...extra }),
    'locatoin',
    'location',
    'SessionPoolAttributes',
  ],
  [
    'an imported environment',
    (stack, extra) => SessionPoolEnvironment.fromEnvironmentId(stack, 'it', ENVIRONMENT_ID, extra),
    'providr',
    'provider',
    'SessionPoolEnvironmentReferenceOptions',
  ],
  [
    'SessionPoolQueryPack',
    (stack, extra) => new SessionPoolQueryPack(stack, 'it', { ...place, ...extra }),
    'queryPackname',
    'queryPackName',
    'SessionPoolQueryPack',
  ],
  [
    'a saved query',
    (stack, extra) => new SessionPoolQueryPack(stack, 'it', place).addQuery('q', { displayName: 'Q', query: 'T', ...extra }),
    'descripton',
    'description',
    'SavedQuery',
  ],
  [
    'SessionPoolAlert',
    (stack, extra) => interpreter(stack).metrics.alertWhenPending(stack, 'it', extra),
    'severty',
    'severity',
    'SessionPoolAlert',
  ],
  [
    'an alert when nearly full',
    (stack, extra) => interpreter(stack).metrics.alertWhenNearlyFull(stack, 'it', extra),
    'shares',
    'share',
    'NearlyFullAlertOptions',
  ],
  [
    'CodeInterpreterPoolFleet',
    (stack, extra) =>
      new CodeInterpreterPoolFleet(stack, 'it', { resourceGroupId: RESOURCE_GROUP_ID, sessions: 1, locations: ['westus2'], ...extra }),
    'cooldownPeriodInSecond',
    'cooldownPeriodInSeconds',
    'CodeInterpreterPoolFleet',
  ],
  [
    'a grant',
    (stack, extra) => interpreter(stack).grants.execute(Principal.user(SUBSCRIPTION), extra),
    'Scope',
    'scope',
    'SessionPoolGrantOptions',
  ],
  [
    'endpoints',
    (stack, extra) => new SessionPoolEndpoints(interpreter(stack), extra),
    'apiversion',
    'apiVersion',
    'SessionPoolEndpointsOptions',
  ],
  [
    'environment variables of clients',
    (stack, extra) => interpreter(stack).endpoints.toEnvironmentVariables(extra),
    'clientID',
    'clientId',
    'EndpointEnvironmentOptions',
  ],
  [
    'an ephemeral secret',
    (stack, extra) => SessionSecret.ephemeral(stack, 's', extra),
    'variablename',
    'variableName',
    'EphemeralSecretOptions',
  ],
];

test.each(mistakes)('a near miss in the properties of %s is refused', (_, build, misspelt, meant, subject) => {
  synthesize(stack => {
    expect(() => build(stack, { [misspelt]: 'x' })).toThrow(`  - ${misspelt} is not a property of ${subject}: did you mean ${meant}?`);
  });
});

test.each(mistakes)('any other property of %s is a warning', (_, build, _misspelt, _meant, subject) => {
  synthesize(stack => {
    build(stack, { foo: 'x' });
    expect(warningsOf(stack)).toStrictEqual([`[unknown-property] foo is not a property of ${subject}, which ignores it`]);
  });
});

test.each<[string, Build]>([
  ['CodeInterpreterPool', (stack, extra) => interpreter(stack, extra)],
  ['CustomContainerPool', (stack, extra) => container(stack, extra)],
  ['SessionPoolEnvironment', (stack, extra) => new SessionPoolEnvironment(stack, 'it', { ...place, ...extra })],
  ['an imported pool', (stack, extra) => SessionPool.fromSessionPoolAttributes(stack, 'it', { sessionPoolId: POOL_ID, ...extra })],
  ['an imported environment', (stack, extra) => SessionPoolEnvironment.fromEnvironmentId(stack, 'it', ENVIRONMENT_ID, extra)],
  ['SessionPoolQueryPack', (stack, extra) => new SessionPoolQueryPack(stack, 'it', { ...place, ...extra })],
  [
    'a query of an own pack',
    (stack, { acknowledgements }: { acknowledgements?: never }) =>
      new SessionPoolQueryPack(stack, 'it', { ...place, acknowledgements }).addQuery('q', {
        displayName: 'Q',
        query: 'T',
        foo: 1,
      } as never),
  ],
  ['SessionPoolAlert', (stack, extra) => interpreter(stack).metrics.alertWhenNearlyFull(stack, 'it', extra)],
  [
    'CodeInterpreterPoolFleet',
    (stack, extra) =>
      new CodeInterpreterPoolFleet(stack, 'it', { resourceGroupId: RESOURCE_GROUP_ID, sessions: 2, locations: ['westus2'], ...extra }),
  ],
])('the warning of %s can be acknowledged', (_, build) => {
  synthesize(stack => {
    build(stack, { foo: 'x', acknowledgements: [{ id: 'unknown-property', reason: 'options are shared' }] });
    expect(warningsOf(stack)).toStrictEqual([]);
  });
});

test.each<[unknown, string]>([
  [{ apiKeyDisable: true }, 'mcpServer.apiKeyDisable is not a property of mcpServer: did you mean mcpServer.apiKeyDisabled?'],
  [
    { enabled: false },
    'mcpServer.enabled must not be given, as mcpServer turns the server on whatever it has: leave mcpServer out for a pool without one',
  ],
  ['disabled', 'mcpServer must be an object with apiKeyDisabled, got a string'],
  [true, 'mcpServer must be an object with apiKeyDisabled, got a boolean'],
  [[], 'mcpServer must be an object with apiKeyDisabled, got a list'],
  [new Map([['apiKeyDisabled', true]]), 'mcpServer must be an object with apiKeyDisabled, got a Map'],
  [new Set(), 'mcpServer must be an object with apiKeyDisabled, got a Set'],
  [() => ({}), 'mcpServer must be an object with apiKeyDisabled, got a function'],
])('mcpServer: %j is refused', (mcpServer, message) => {
  synthesize(stack => {
    expect(() => interpreter(stack, { mcpServer: mcpServer as never })).toThrow(
      new RegExp(`^[^\\n]*\\n  - ${message.replace(/[.?]/g, '\\$&')}$`),
    );
  });
});

test('a near miss in a load is refused', () => {
  expect(() =>
    SessionPoolSizing.forLoad({ arrivalsPerMinute: 1, meanSessionDurationInSeconds: 1, acceptedRefusalShares: 0.1 } as never),
  ).toThrow('acceptedRefusalShares is not a property of SessionPoolLoad: did you mean acceptedRefusalShare?');
});
