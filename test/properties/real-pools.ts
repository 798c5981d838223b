import type { TerraformStack } from 'cdktf';
import type { PoolKind } from './card';
import type { ValidPool } from './cards';
import {
  CodeInterpreterType,
  ContainerProbe,
  ProbeHandler,
  SecretEnvironmentVariable,
  SessionLifecycle,
  SessionNetworkStatus,
  SessionPoolEnvironment,
  SessionSecret,
} from '../../lib';
import { SUBSCRIPTION } from '../support/fixtures';

type Definition = readonly [name: string, props: object | ((stack: TerraformStack) => object), ...warnings: string[]];

const group = (name: string) => `/subscriptions/${SUBSCRIPTION}/resourceGroups/${name}`;
const digest = (algorithm: string, length: number) => `${algorithm}:${'0123456789abcdef'.repeat(8).slice(0, length)}`;

/** Pools as people have them. */
const DEFINITIONS: { readonly [pool in PoolKind]: Definition[] } = {
  CodeInterpreterPool: [
    ['defaults', {}],
    ['an agent', { sessionPoolName: 'agentpool', maxConcurrentSessions: 100, cooldownPeriodInSeconds: 600, tags: { env: 'prod' } }],
    ['an MCP server', { containerType: CodeInterpreterType.SHELL, mcpServer: { apiKeyDisabled: true } }],
    ['JavaScript', { containerType: CodeInterpreterType.NODE_LTS, networkStatus: SessionNetworkStatus.EGRESS_ENABLED }, 'egress-enabled'],
    ['one that stays', { preventDestroy: true, ignoreTags: ['created-by'], timeouts: { create: '45m', delete: '1h30m' } }],
  ],
  CustomContainerPool: [
    ['defaults', {}],
    ['a web app', { cpu: 0.5, memory: '1Gi', environmentVariables: { PORT: '8080', LOG_LEVEL: 'info' }, targetPort: 8080 }],
    ['a tool', { command: ['/bin/sh', '-c'], args: ['exec server --port 80'], lifecycle: SessionLifecycle.onContainerExit() }],
    ['one with probes', { probes: [ContainerProbe.liveness(ProbeHandler.httpGet({ port: 80, path: '/healthz' }), { periodSeconds: 10 })] }],
    [
      'one with a key',
      stack => ({ secretEnvironmentVariables: [SecretEnvironmentVariable.of('API_KEY', SessionSecret.ephemeral(stack, 'api-key'))] }),
    ],
  ],
};

/** What may differ in any of them. */
const VARIATIONS: Definition[] = [
  ['letters beyond ASCII in the resource group', { resourceGroupId: group('rg-größe') }],
  ['a resource group in Japanese', { resourceGroupId: group('リソース-01') }],
  ['a resource group with brackets and dots', { resourceGroupId: group('rg.team_(dev)-1') }],
  ['an ID in another casing', { resourceGroupId: `/Subscriptions/${SUBSCRIPTION.toUpperCase()}/resourcegroups/RG` }],
  ['the stage region', { location: 'North Central US (Stage)' }],
  ['the display name of a region', { location: 'West US 2' }],
  ['a region in capitals', { location: 'WESTUS2' }],
  ['a tag that hides a link', { tags: { 'hidden-link:Insights.component': 'x', 'hidden-title': 'x' } }],
  ['tags beyond ASCII', { tags: { größe: 'groß', 'cost center': '', a: 'v'.repeat(256), ['k'.repeat(512)]: '1' } }],
  ['a fraction of an hour', { timeouts: { create: '.5h', update: '1.5h' } }],
  ['microseconds', { timeouts: { create: '1500000us', read: '90000ms', delete: '1h30m0s' } }],
  ['the longest name of the Azure CLI', { sessionPoolName: 'a'.repeat(32) }],
  ['the longest name', { sessionPoolName: 'a'.repeat(63) }, 'name-length'],
  ['a name with hyphens', { sessionPoolName: 'sp-ade-prod-002' }, 'name-hyphen'],
  ['nothing but nulls', { tags: null, timeouts: null, provider: null, adoptExisting: null, dependsOn: null }],
  ['shared options of other constructs', { owner: 'team' }, 'unknown-property'],
];

/** What may differ in custom container pools. */
const CONTAINER_VARIATIONS: Definition[] = [
  ['an IPv6 host', { image: '[2001:db8::1]:5000/app:1.0' }],
  ['a SHA-512 digest', { image: `registry.azurecr.io/app@${digest('sha512', 128)}` }],
  ['a tag and a digest', { image: `registry.azurecr.io/app:1.0@${digest('sha256', 64)}` }],
  ['a port', { image: 'localhost:5000/team/app:V1.0_x' }],
  ['a host in capitals', { image: 'Registry.azurecr.io/app:1.0' }],
  ['the smallest size', { cpu: 0.25, memory: '0.5Gi' }],
  ['the smallest size in Mi', { cpu: 0.25, memory: '512Mi' }],
  ['the largest size', { cpu: 2, memory: '4Gi' }],
  ['a size with decimals', { cpu: 1.25, memory: '2.50Gi' }],
  ['a size that is not documented', { cpu: 4, memory: '8Gi' }, 'cpu-memory'],
  ['the fewest sessions', { maxConcurrentSessions: 2, readySessionInstances: 1 }],
  [
    'an environment in a resource group beyond ASCII',
    stack => ({
      environment: SessionPoolEnvironment.fromEnvironmentId(
        stack,
        'elsewhere',
        `${group('rg-größe')}/providers/Microsoft.App/managedEnvironments/env`,
      ),
    }),
  ],
];

function propsOf(props: Definition[1], stack: TerraformStack): object {
  return typeof props === 'function' ? (props as (stack: TerraformStack) => object)(stack) : props;
}

/** Every definition with every variation. */
export function realPools(pool: PoolKind): ValidPool[] {
  const variations = [...VARIATIONS, ...(pool === 'CustomContainerPool' ? CONTAINER_VARIATIONS : [])];
  return DEFINITIONS[pool].flatMap(([name, props, ...warnings]) =>
    variations.map(([difference, changes, ...more]) => ({
      name: `${name} and ${difference}`,
      props: stack => ({ ...propsOf(props, stack), ...propsOf(changes, stack) }),
      warnings: [...warnings, ...more],
    })),
  );
}
