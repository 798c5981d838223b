import { Fn, TerraformVariable, Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { CodeInterpreterPoolProps, CustomContainerPoolProps } from '../../../lib';
import {
  CodeInterpreterType,
  ContainerProbe,
  ProbeHandler,
  ProbeScheme,
  RegistryCredentials,
  SessionLifecycle,
  SessionNetworkStatus,
  SessionPoolEnvironment,
  TerraformExpression,
} from '../../../lib';
import { ENVIRONMENT_ID, RESOURCE_GROUP_ID } from '../../support/fixtures';

/** A pool that is not refused, and the ids of the warnings that it gets. */
export type ValidPool<P> = [name: string, props: (scope: Construct) => Partial<P>, ...warnings: string[]];

const COMMON: Array<ValidPool<CodeInterpreterPoolProps & CustomContainerPoolProps>> = [
  ['only what is required', () => ({})],
  ['the shortest name', () => ({ sessionPoolName: 'abc' })],
  ['the longest name for the CLI', () => ({ sessionPoolName: 'a'.repeat(32) })],
  ['a longer name', () => ({ sessionPoolName: 'a'.repeat(33) }), 'name-length'],
  ['the longest name', () => ({ sessionPoolName: 'a'.repeat(63) }), 'name-length'],
  ['a name with a hyphen', () => ({ sessionPoolName: 'my-session-pool' }), 'name-hyphen'],
  ['a name that ends in a digit', () => ({ sessionPoolName: 'pool1' })],
  ['a name made of a literal and a token', () => ({ sessionPoolName: `pool${Fn.lower('X')}` })],
  ['the display name of a region', () => ({ location: 'West US 2' })],
  ['a region in capitals', () => ({ location: 'WESTUS2' })],
  ['a region that nobody knows', () => ({ location: 'marsnorth' }), 'unknown-region'],
  ['a region from the provider list only', () => ({ location: 'southcentralus' })],
  ['a resource group with every character', () => ({ resourceGroupId: RESOURCE_GROUP_ID.replace(/rg$/, 'My_rg.(a)-1') })],
  ['a resource group with the longest name', () => ({ resourceGroupId: RESOURCE_GROUP_ID.replace(/rg$/, 'a'.repeat(90)) })],
  ['a resource group in other casing', () => ({ resourceGroupId: RESOURCE_GROUP_ID.toLowerCase() })],
  ['a resource group made of a literal and a token', scope => ({ resourceGroupId: `/subscriptions/${variable(scope)}/resourceGroups/rg` })],
  ['egress disabled', () => ({ networkStatus: SessionNetworkStatus.EGRESS_DISABLED })],
  ['egress enabled', () => ({ networkStatus: SessionNetworkStatus.EGRESS_ENABLED }), 'egress-enabled'],
  ['no tags', () => ({ tags: {} })],
  ['fifty tags', () => ({ tags: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`tag${index}`, 'v'.repeat(256)])) })],
  ['tags with the longest name', () => ({ tags: { ['n'.repeat(512)]: '' } })],
  [
    'tags with names of Object.prototype',
    () => ({ tags: { constructor: 'c', toString: 's', hasOwnProperty: 'h' } as unknown as { [key: string]: string } }),
  ],
  ['tags with names that only look like a token of a map', () => ({ tags: { a: '&{TfToken[x]}', '#{TfToken[x]}': 'b' } })],
  ['a token as the map of tags', () => ({ tags: Token.asStringMap(Fn.tomap({ a: 'b' })) })],
  ['timeouts', () => ({ timeouts: { create: '90s', read: '1h30m', update: '0.25h', delete: '100ms' } })],
  ['the newest api version', () => ({ apiVersion: '2026-07-01' })],
  ['the oldest api version', () => ({ apiVersion: '2025-01-01' })],
  ['an api version to come', () => ({ apiVersion: '2027-01-01-preview' }), 'unknown-api-version'],
  ['a token as api version', scope => ({ apiVersion: variable(scope) })],
  [
    'null for everything optional',
    () =>
      Object.fromEntries(
        [
          'sessionPoolName',
          'maxConcurrentSessions',
          'networkStatus',
          'tags',
          'apiVersion',
          'timeouts',
          'provider',
          'dependsOn',
          'acknowledgements',
          'mcpServer',
          'containerType',
          'cooldownPeriodInSeconds',
          'lifecycle',
          'cpu',
          'memory',
          'containerName',
          'command',
          'args',
          'environmentVariables',
          'probes',
          'readySessionInstances',
        ].map(prop => [prop, null]),
      ),
  ],
];

/** Code interpreter pools that Azure accepts. */
export const VALID_INTERPRETERS: Array<ValidPool<CodeInterpreterPoolProps>> = [
  ...COMMON,
  ['one session', () => ({ maxConcurrentSessions: 1 })],
  ['the most sessions', () => ({ maxConcurrentSessions: 600 })],
  ['the shortest cooldown', () => ({ cooldownPeriodInSeconds: 300 })],
  ['the longest cooldown without a warning', () => ({ cooldownPeriodInSeconds: 900 })],
  ['a long cooldown', () => ({ cooldownPeriodInSeconds: 901 }), 'long-cooldown'],
  ['the longest cooldown', () => ({ cooldownPeriodInSeconds: 3600 }), 'long-cooldown'],
  ['Python', () => ({ containerType: CodeInterpreterType.PYTHON_LTS })],
  ['Node.js', () => ({ containerType: CodeInterpreterType.NODE_LTS })],
  ['a shell', () => ({ containerType: CodeInterpreterType.SHELL })],
  ['a type to come', () => ({ containerType: CodeInterpreterType.of('RubyLTS') }), 'unknown-container-type'],
  ['MCP', () => ({ mcpServer: {} })],
  ['MCP without keys', () => ({ mcpServer: { apiKeyDisabled: true }, containerType: CodeInterpreterType.SHELL })],
];

const handler = ProbeHandler.httpGet({ port: 80 });

/** Custom container pools that Azure accepts. */
export const VALID_CONTAINERS: Array<ValidPool<CustomContainerPoolProps>> = [
  ...COMMON,
  [
    'an environment from elsewhere',
    scope => ({ environment: SessionPoolEnvironment.fromEnvironmentId(scope, 'other', ENVIRONMENT_ID.toUpperCase()) }),
  ],
  [
    'an environment id that is a token',
    scope => ({ environment: SessionPoolEnvironment.fromEnvironmentId(scope, 'other', variable(scope)) }),
  ],
  ['the fewest sessions', () => ({ maxConcurrentSessions: 2 })],
  ['as many ready sessions as possible', () => ({ maxConcurrentSessions: 10, readySessionInstances: 9 })],
  ['600 sessions', () => ({ maxConcurrentSessions: 600 })],
  ['more than 600 sessions', () => ({ maxConcurrentSessions: 601 }), 'max-sessions'],
  ['the lowest port', () => ({ targetPort: 1 })],
  ['the highest port', () => ({ targetPort: 65535 })],
  ['an image with a digest', () => ({ image: `registry.azurecr.io/app@sha256:${'0'.repeat(64)}` })],
  ['an image with a tag and a digest', () => ({ image: `registry.azurecr.io/app:latest@sha256:${'f'.repeat(64)}` })],
  ['an image with a port', () => ({ image: 'localhost:5000/a/b_c/d.e/f--g:V1.0_x' })],
  ['an image with a host in capitals', () => ({ image: 'Registry.azurecr.io/app:1' })],
  ['an image of Docker Hub', () => ({ image: 'library/python:3.12' })],
  ['an image without a tag', () => ({ image: 'app' }), 'image-tag'],
  ['an image with the tag latest', () => ({ image: 'registry.azurecr.io/app:latest' }), 'image-tag'],
  ['the longest tag', () => ({ image: `app:${'t'.repeat(128)}` })],
  ['an image made of a literal and a token', scope => ({ image: `registry.azurecr.io/app:${variable(scope)}` })],
  ['the documented resources at most', () => ({ cpu: 2, memory: '4Gi' })],
  ['memory in Mi', () => ({ cpu: 0.5, memory: '1024Mi' })],
  ['memory in Mi with a fraction', () => ({ cpu: 0.25, memory: '512.0Mi' })],
  ['more cores than documented', () => ({ cpu: 4, memory: '8Gi' }), 'cpu-memory'],
  ['fewer cores than documented', () => ({ cpu: 0.1, memory: '0.2Gi' }), 'cpu-memory'],
  ['more memory than twice the cores', () => ({ cpu: 0.5, memory: '2Gi' }), 'cpu-memory'],
  ['other cores with the default memory', () => ({ cpu: 0.5 }), 'cpu-memory'],
  ['other memory with the default cores', () => ({ memory: '1Gi' }), 'cpu-memory'],
  ['more cores than documented and a token as memory', scope => ({ cpu: 4, memory: variable(scope) }), 'cpu-memory'],
  ['a token as cores', scope => ({ cpu: new TerraformVariable(scope, 'cpu', { type: 'number' }).numberValue, memory: '1.25Gi' })],
  [
    'a token as cores and more memory than documented',
    scope => ({
      cpu: new TerraformVariable(scope, 'cpu', { type: 'number' }).numberValue,
      memory: '4.25Gi',
    }),
    'cpu-memory',
  ],
  [
    'a registry with short names',
    () => ({
      image: 'a.b-c.d:1/app:1',
      registryCredentials: RegistryCredentials.fromSystemAssignedIdentity({ server: 'a.b-c.d:1' }),
    }),
    'system-identity-pull',
  ],
  ['memory made of a token and a literal', scope => ({ cpu: 0.25, memory: `${variable(scope)}Gi` })],
  [
    'memory made of a number token and a literal',
    scope => ({ memory: `${new TerraformVariable(scope, 'gi', { type: 'number' }).numberValue}Gi` }),
  ],
  ['a timed lifecycle', () => ({ lifecycle: SessionLifecycle.timed() })],
  ['a long cooldown', () => ({ lifecycle: SessionLifecycle.timed({ cooldownPeriodInSeconds: 3600 }) }), 'long-cooldown'],
  ['a lifecycle that ends with the container', () => ({ lifecycle: SessionLifecycle.onContainerExit() })],
  ['the shortest life', () => ({ lifecycle: SessionLifecycle.onContainerExit({ maxAlivePeriodInSeconds: 1 }) })],
  ['a long life', () => ({ lifecycle: SessionLifecycle.onContainerExit({ maxAlivePeriodInSeconds: 86400 }) })],
  ['the shortest container name', () => ({ containerName: '1' })],
  ['the longest container name', () => ({ containerName: `a${'.-'.repeat(22)}b` })],
  ['an empty command', () => ({ command: [], args: [] })],
  ['a command and arguments', () => ({ command: ['sh', '-c'], args: ['', '${HOME}', '%{if}', '"\\'] })],
  ['environment variables with any name', () => ({ environmentVariables: { 'a.b-c': '', 'ä b': '\u0000', constructor: 'c' } })],
  ['a token as the map of environment variables', () => ({ environmentVariables: Token.asStringMap(Fn.tomap({ a: 'b' })) })],
  ['an expression', () => ({ environmentVariables: { UPPER: TerraformExpression.raw('upper("a")') } })],
  ['no probes', () => ({ probes: [] })],
  ['both probes', () => ({ probes: [ContainerProbe.startup(handler), ContainerProbe.liveness(handler)] })],
  ['a TCP probe', () => ({ probes: [ContainerProbe.liveness(ProbeHandler.tcpSocket({ port: 1 }))] }), 'tcp-probe'],
  [
    'probe settings at the lower bounds',
    () => ({
      probes: [
        ContainerProbe.liveness(handler, {
          failureThreshold: 1,
          initialDelaySeconds: 1,
          periodSeconds: 1,
          successThreshold: 1,
          timeoutSeconds: 1,
          terminationGracePeriodSeconds: 0,
        }),
      ],
    }),
  ],
  [
    'probe settings at the upper bounds',
    () => ({
      probes: [
        ContainerProbe.startup(handler, {
          failureThreshold: 10,
          initialDelaySeconds: 60,
          periodSeconds: 240,
          timeoutSeconds: 240,
          terminationGracePeriodSeconds: 3600,
        }),
      ],
    }),
  ],
  [
    'probe settings below the bounds',
    () => ({ probes: [ContainerProbe.startup(handler, { failureThreshold: 0, initialDelaySeconds: 0 })] }),
    'probe-bounds',
    'probe-bounds',
  ],
  [
    'probe settings above the bounds',
    () => ({
      probes: [
        ContainerProbe.startup(handler, {
          failureThreshold: 11,
          initialDelaySeconds: 61,
          periodSeconds: 241,
          timeoutSeconds: 241,
          terminationGracePeriodSeconds: 3601,
        }),
      ],
    }),
    ...Array.from({ length: 5 }, () => 'probe-bounds'),
  ],
  [
    'a probe with everything',
    () => ({
      probes: [
        ContainerProbe.liveness(
          ProbeHandler.httpGet({
            port: 65535,
            path: '/health?x=${y}',
            host: 'h',
            scheme: ProbeScheme.HTTPS,
            httpHeaders: [{ name: "!#$%&'*+.^_`|~-", value: '' }],
          }),
        ),
      ],
    }),
  ],
  ['a probe by HTTP', () => ({ probes: [ContainerProbe.startup(ProbeHandler.httpGet({ port: 80, scheme: ProbeScheme.HTTP }))] })],
  ['probes with a preview', () => ({ probes: [ContainerProbe.startup(handler)], apiVersion: '2025-02-02-preview' })],
];

function variable(scope: Construct): string {
  return new TerraformVariable(scope, 'variable', { type: 'string' }).stringValue;
}
