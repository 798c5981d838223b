import type { PoolKind } from './card';
import type { BadInput, ValidPool } from './cards';
import { ownCardsOf } from './cards';
import type { CodeInterpreterPoolProps, CustomContainerPoolProps } from '../../lib';
import { CodeInterpreterType, ContainerProbe, ProbeHandler, SessionIdentity } from '../../lib';
import { API_VERSIONS, CONTAINER_TYPES, CUSTOM_CONTAINER } from '../../lib/arm/api-versions';
import { ENVIRONMENT_ID } from '../support/fixtures';

type Refused = readonly [props: object, ...failures: string[]];

const probes = [ContainerProbe.liveness(ProbeHandler.httpGet({ port: 80 }))];

/** The versions with a feature or a container type, as a message lists them. */
function versionsWith(...used: string[]): string {
  return API_VERSIONS.filter(({ features, containerTypes }) => used.every(each => [...features, ...containerTypes].includes(each)))
    .map(({ version }) => `'${version}'`)
    .join(' or ');
}

/** The versions with a lifecycle, but without a feature or a container type. */
function versionsWithout(used: string): string[] {
  return API_VERSIONS.filter(
    ({ features, containerTypes }) => features.includes('lifecycleConfiguration') && ![...features, ...containerTypes].includes(used),
  ).map(({ version }) => version);
}

const WITH_LIFECYCLE = versionsWith('lifecycleConfiguration');
const WITHOUT_LIFECYCLE = API_VERSIONS.filter(({ features }) => !features.includes('lifecycleConfiguration'));

function lacks(feature: string, version: string, instead: string): string {
  return `apiVersion must have ${feature}, which the pool uses, got '${version}': leave it out, or use ${instead}`;
}

const INTERPRETER_VERSIONS: Refused[] = [
  ...WITHOUT_LIFECYCLE.map(({ version }): Refused => [{ apiVersion: version }, lacks('lifecycleConfiguration', version, WITH_LIFECYCLE)]),
  ...CONTAINER_TYPES.filter(({ name }) => name !== CUSTOM_CONTAINER).flatMap(({ name }) =>
    versionsWithout(name).map((apiVersion): Refused => [
      { apiVersion, containerType: CodeInterpreterType.of(name) },
      lacks(name, apiVersion, versionsWith(name)),
    ]),
  ),
  ...versionsWithout('mcpServer').map((apiVersion): Refused => [
    { apiVersion, mcpServer: {} },
    lacks('mcpServer', apiVersion, versionsWith('mcpServer')),
  ]),
  [
    { apiVersion: '2026-01-01', containerType: CodeInterpreterType.SHELL, mcpServer: { apiKeyDisabled: true } },
    lacks('Shell', '2026-01-01', versionsWith('Shell', 'mcpServer')),
    lacks('mcpServer', '2026-01-01', versionsWith('Shell', 'mcpServer')),
  ],
];

const CONTAINER_VERSIONS: Refused[] = [
  ...versionsWithout('probes').map((apiVersion): Refused => [{ apiVersion, probes }, lacks('probes', apiVersion, versionsWith('probes'))]),
  [
    { apiVersion: '2024-10-02-preview', probes },
    lacks('lifecycleConfiguration', '2024-10-02-preview', versionsWith('lifecycleConfiguration', 'probes')),
    lacks('probes', '2024-10-02-preview', versionsWith('lifecycleConfiguration', 'probes')),
  ],
  ...WITHOUT_LIFECYCLE.map(({ version, features }): Refused => [
    { apiVersion: version, identities: [SessionIdentity.systemAssigned()] },
    lacks('lifecycleConfiguration', version, WITH_LIFECYCLE),
    ...(features.includes('identities') ? [] : [lacks('identities', version, WITH_LIFECYCLE)]),
  ]),
];

const RENAMED: Refused = [
  { acknowledgedWarnings: { 'name-hyphen': 'we like them' } },
  "acknowledgedWarnings is not a property any more: use acknowledgements: [{ id: 'name-hyphen', reason: 'we like them' }]",
];

const SEVERAL: Refused = [
  { location: 'x-y', environment: { environmentId: ENVIRONMENT_ID }, image: '', targetPort: 0, cpu: 0, maxConcurrentSessions: 0 },
  "location must be a region such as 'westus2' or 'West US 2', got 'x-y'",
  "image must be an image reference such as 'registry.azurecr.io/name:tag' or 'registry.azurecr.io/name@sha256:<digest>', got ''",
  'targetPort must be between 1 and 65535, got 0',
  'maxConcurrentSessions must be at least 1, got 0',
  'cpu must be above 0 (cores), got 0',
];

const REFUSED: { readonly [pool in PoolKind]: Refused[] } = {
  CodeInterpreterPool: [...INTERPRETER_VERSIONS, RENAMED],
  CustomContainerPool: [...CONTAINER_VERSIONS, RENAMED, SEVERAL],
};

/** What is wrong with several properties together, or with none that there is. */
export const CONFLICTS: readonly BadInput[] = Object.entries(REFUSED).flatMap(([pool, refused]) =>
  refused.map(([props, ...failures]) => ({ topic: 'conflicts', pool: pool as PoolKind, props, failures })),
);

const REQUIRED = ['resourceGroupId', 'location', 'environment', 'image', 'targetPort'];

/** Pools that are not about one property. */
export function pools(pool: PoolKind): ValidPool[] {
  const optional = ownCardsOf(pool).map(({ property }) => property);
  return [
    { name: 'only what is required', props: () => ({}), warnings: [] },
    {
      name: 'null for everything optional',
      props: () => Object.fromEntries(optional.filter(name => !REQUIRED.includes(name)).map(name => [name, null])),
      warnings: [],
    },
  ];
}

/** Makes random properties of a custom container pool agree with each other. */
export function agree({
  readySessionInstances: ready = 0,
  ...props
}: Partial<CustomContainerPoolProps>): Partial<CustomContainerPoolProps> {
  return { ...props, readySessionInstances: 1 + (ready % (props.maxConcurrentSessions! - 1)) };
}

/** Numbers of sessions that exclude each other. */
export function disagree(max: number, more: number): Partial<CodeInterpreterPoolProps & CustomContainerPoolProps> {
  return { maxConcurrentSessions: max, readySessionInstances: max + more };
}
