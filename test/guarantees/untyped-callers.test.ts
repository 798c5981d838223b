import { Fn, TerraformStack, Token } from 'cdktf';
import { ContainerProbe, ProbeHandler, SecretEnvironmentVariable, SessionSecret } from '../../lib';
import type { CustomContainerPoolProps } from '../../lib';
import { failuresOf } from '../support/failures';
import { container, RESOURCE_GROUP_ID } from '../support/fixtures';
import { testApp } from '../support/synth';

/** What a caller without types can give, and what the error says. */
type Case = [given: string, props: object, ...failures: string[]];

const PROBE = 'use ContainerProbe.liveness or ContainerProbe.startup';
const HANDLER = 'use ProbeHandler.httpGet or ProbeHandler.tcpSocket';
const http = { httpGet: { port: 80, httpHeaders: [{ name: 'Authorization', value: 'canary' }] } };
const ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.App/managedEnvironments/env`;
const secret = SessionSecret.fromToken('a', Token.asString(Fn.lower('A')));
const handler = ProbeHandler.httpGet({ port: 80 });

function liveness(...args: unknown[]): ContainerProbe {
  return (ContainerProbe.liveness as (...untyped: unknown[]) => ContainerProbe)(...args);
}

const PROBES: Case[] = [
  ['one probe', { probes: liveness(handler) }, `probes must be a list of ContainerProbe objects, got a ContainerProbe: ${PROBE}`],
  ['a map of probes', { probes: { liveness: http } }, `probes must be a list of ContainerProbe objects, got an object: ${PROBE}`],
  ['a token', { probes: Token.asList(Fn.tolist(['canary'])) }, `probes must be a list of ContainerProbe objects, got a token: ${PROBE}`],
  ['a plain object', { probes: [{ type: 'Liveness', ...http }] }, `probes[0] must be a ContainerProbe, got an object: ${PROBE}`],
  ['no options', { probes: [{ probeType: 'Liveness', handler }] }, `probes[0] must be a ContainerProbe, got an object: ${PROBE}`],
  ['no type', { probes: [{ options: {}, handler }] }, `probes[0] must be a ContainerProbe, got an object: ${PROBE}`],
  ['text', { probes: ['canary'] }, `probes[0] must be a ContainerProbe, got a string: ${PROBE}`],
  ['a handler', { probes: [handler] }, `probes[0] must be a ContainerProbe, got a ProbeHandler: ${PROBE}`],
  ['a probe without a handler', { probes: [liveness()] }, `probes[0].handler must be given: ${HANDLER}`],
  ['a probe of options only', { probes: [liveness({})] }, `probes[0].handler must be a ProbeHandler, got an object: ${HANDLER}`],
  ['a request that is no handler', { probes: [liveness(http)] }, `probes[0].handler must be a ProbeHandler, got an object: ${HANDLER}`],
  [
    'a request and a connection',
    { probes: [liveness({ httpGetOptions: { port: 80 }, tcpSocketOptions: { port: 80 } })] },
    `probes[0].handler must be a ProbeHandler, got an object: ${HANDLER}`,
  ],
  [
    'a request without options',
    { probes: [liveness((ProbeHandler.httpGet as () => ProbeHandler)())] },
    'probes[0].httpGet.port must be given: the port that is probed',
  ],
  [
    'a connection without options',
    { probes: [liveness((ProbeHandler.tcpSocket as () => ProbeHandler)())] },
    'probes[0].tcpSocket.port must be given: the port that is probed',
  ],
];

const MCP: Case[] = [
  ['an MCP server', { mcpServer: {} }, 'mcpServer is not supported by custom container pools'],
  ['no MCP server in so many words', { mcpServer: false }, 'mcpServer is not supported by custom container pools'],
  [
    'an MCP server and an api version',
    { mcpServer: { apiKeyDisabled: true }, apiVersion: '2026-01-01' },
    'mcpServer is not supported by custom container pools',
  ],
];

const VARIABLE = 'use SecretEnvironmentVariable.of(name, secret)';
const SECRET = 'use SessionSecret.ephemeral, fromVariable or fromToken';
const VARIABLES = 'secretEnvironmentVariables must be a list of SecretEnvironmentVariable objects, got';

function secretVariable(...args: unknown[]): SecretEnvironmentVariable {
  return (SecretEnvironmentVariable.of as (...untyped: unknown[]) => SecretEnvironmentVariable)(...args);
}

const SECRETS: Case[] = [
  ['a map of values', { secretEnvironmentVariables: { KEY: 'canary' } }, `${VARIABLES} an object: ${VARIABLE}`],
  ['a map of secrets', { secretEnvironmentVariables: { KEY: secret } }, `${VARIABLES} an object: ${VARIABLE}`],
  ['text', { secretEnvironmentVariables: 'canary' }, `${VARIABLES} a string: ${VARIABLE}`],
  ['one variable', { secretEnvironmentVariables: secretVariable('A', secret) }, `${VARIABLES} a SecretEnvironmentVariable: ${VARIABLE}`],
  ['a token', { secretEnvironmentVariables: Token.asList(Fn.tolist(['canary'])) }, `${VARIABLES} a token: ${VARIABLE}`],
  [
    'a list of values',
    { secretEnvironmentVariables: ['canary'] },
    `secretEnvironmentVariables[0] must be a SecretEnvironmentVariable, got a string: ${VARIABLE}`,
  ],
  [
    'a secret without a name',
    { secretEnvironmentVariables: [secret] },
    `secretEnvironmentVariables[0] must be a SecretEnvironmentVariable, got a SessionSecret: ${VARIABLE}`,
  ],
  [
    'a name and a value',
    { secretEnvironmentVariables: [{ name: 'KEY', secret: 'canary' }, { name: 'KEY', value: 'canary' }, undefined] },
    `secretEnvironmentVariables[0].secret must be a SessionSecret, got a string: ${SECRET}`,
    `secretEnvironmentVariables[1] must be a SecretEnvironmentVariable, got an object: ${VARIABLE}`,
    `secretEnvironmentVariables[2] must be given: ${VARIABLE}`,
  ],
  [
    'a value for a secret',
    { secretEnvironmentVariables: [secretVariable('KEY', 'canary'), secretVariable('canary', 'KEY'), secretVariable('KEY', null)] },
    `secretEnvironmentVariables[0].secret must be a SessionSecret, got a string: ${SECRET}`,
    `secretEnvironmentVariables[1].secret must be a SessionSecret, got a string: ${SECRET}`,
    `secretEnvironmentVariables[2].secret must be given: ${SECRET}`,
  ],
  [
    'a secret for a name',
    { secretEnvironmentVariables: [secretVariable(secret, 'canary')] },
    `secretEnvironmentVariables[0].secret must be a SessionSecret, got a string: ${SECRET}`,
  ],
  ['values for secrets', { secrets: ['canary'] }, `secrets[0] must be a SessionSecret, got a string: ${SECRET}`],
  ['a map for secrets', { secrets: { a: 'canary' } }, `secrets must be a list of SessionSecret objects, got an object: ${SECRET}`],
  ['a value for secrets', { secrets: 'canary' }, `secrets must be a list of SessionSecret objects, got a string: ${SECRET}`],
];

const IDENTITY = 'use SessionIdentity.systemAssigned or SessionIdentity.userAssigned';
const LIFECYCLE = 'use SessionLifecycle.timed or SessionLifecycle.onContainerExit';
const ENVIRONMENT = 'use SessionPoolEnvironment.fromContainerAppEnvironment or SessionPoolEnvironment.fromEnvironmentId';
const CREDENTIALS =
  'use RegistryCredentials.fromContainerRegistry, fromUserAssignedIdentity, fromSystemAssignedIdentity or fromUsernamePassword';

const OTHERS: Case[] = [
  ['an ID for a list of identities', { identities: ID }, `identities must be a list of SessionIdentity objects, got a string: ${IDENTITY}`],
  [
    'IDs for identities',
    { identities: [ID, {}] },
    ...[`a string`, 'an object'].map((kind, index) => `identities[${index}] must be a SessionIdentity, got ${kind}: ${IDENTITY}`),
  ],
  ['text for a lifecycle', { lifecycle: 'Timed' }, `lifecycle must be a SessionLifecycle, got a string: ${LIFECYCLE}`],
  [
    'options for a lifecycle',
    { lifecycle: { cooldownPeriodInSeconds: 300 } },
    `lifecycle must be a SessionLifecycle, got an object: ${LIFECYCLE}`,
  ],
  ['an ID for an environment', { environment: ID }, `environment must be a SessionPoolEnvironment, got a string: ${ENVIRONMENT}`],
  [
    'an environment of another class',
    { environment: { id: ID } },
    `environment must be a SessionPoolEnvironment, got an object: ${ENVIRONMENT}`,
  ],
  [
    'text for credentials',
    { registryCredentials: 'canary' },
    `registryCredentials must be a RegistryCredentials, got a string: ${CREDENTIALS}`,
  ],
  [
    'a user and a password for credentials',
    { registryCredentials: { user: 'u', token: 'canary' } },
    `registryCredentials must be a RegistryCredentials, got an object: ${CREDENTIALS}`,
  ],
];

test.each([...PROBES, ...MCP, ...SECRETS, ...OTHERS])(
  'a custom container pool that is given %s for what has a type',
  (_, props, ...failures) => {
    expect(failuresOf(stack => container(stack, props as Partial<CustomContainerPoolProps>))).toStrictEqual(failures);
    expect(failures.join()).not.toContain('canary');
  },
);

test.each([
  ['a value', 'KEY', 'canary', `secret must be a SessionSecret, got a string: ${SECRET}`],
  ['name and value in the wrong order', 'canary', 'KEY', `secret must be a SessionSecret, got a string: ${SECRET}`],
  ['no secret', 'KEY', undefined, `secret must be given: ${SECRET}`],
  ['no name', undefined, secret, 'a name in secretEnvironmentVariables must be given: the name of the environment variable'],
  ['a name that is no text', 5, secret, 'a name in secretEnvironmentVariables must be a string, got a number'],
])('addSecretEnvironmentVariable that is given %s', (_, name, added, failure) => {
  const pool = container(new TerraformStack(testApp(), 'stack'));
  expect(() => pool.addSecretEnvironmentVariable(name as string, added as SessionSecret)).toThrow(
    new Error(`CustomContainerPool at 'stack/pool' is not valid:\n  - ${failure}`),
  );
});
