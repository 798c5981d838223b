import { table } from './markdown';
import type { ApiVersion } from '../../../lib/arm/api-versions';
import { API_VERSIONS, CONTAINER_TYPES, CUSTOM_CONTAINER, FIRST_SESSIONS_API } from '../../../lib/arm/api-versions';
import * as resourceTypes from '../../../lib/arm/resource-types';
import { OLDEST_AZAPI } from '../../../lib/azapi/provider-minimum';

const LABELS: { readonly [feature: string]: string } = { probes: 'probes', identities: 'identities', mcpServer: 'MCP server' };

/** docs/api-versions.md. */
export function apiVersionsDocument(): string {
  return `# API versions

This page is generated from the tables of the library: \`npx projen docs\`.

A pool is defined with the first version in this table that has what the pool uses, unless \`apiVersion\` names another one. A version that lacks
what the pool uses is an error, one that is not in the table is the warning \`unknown-api-version\`. Where an azapi that
the stack admits does not know a version, its schema check is off for the pool: \`minimumVersion\` of \`AzapiProvider\`, or the version that a generated provider
requires, turns it on again.

${table(
  ['API version', 'Status', 'Container types', 'Has', 'Selected', 'Known to azapi from'],
  API_VERSIONS.map(each => [
    each.version,
    isPreview(each.version) ? 'preview' : 'generally available',
    each.containerTypes.join(', '),
    each.features
      .filter(feature => feature in LABELS)
      .map(feature => LABELS[feature])
      .join(', ') || '-',
    selected(each),
    each.inAzapi ? OLDEST_AZAPI : (each.inAzapiSince ?? '-'),
  ]),
)}

## Container types

${table(
  ['Container type', 'Construct', 'First API version', 'Sessions API'],
  CONTAINER_TYPES.map(({ name, sessionsApi }) => [
    name,
    name === CUSTOM_CONTAINER ? 'CustomContainerPool' : 'CodeInterpreterPool',
    API_VERSIONS.filter(({ containerTypes }) => containerTypes.includes(name))
      .map(({ version }) => version)
      .sort()[0],
    sessionsApi,
  ]),
)}

The sessions API is the one that \`pool.endpoints\` uses. Code interpreter pools, fleets and imported pools take another version as
\`sessionsApiVersion\`: \`${FIRST_SESSIONS_API}\` is the first one, with paths of its own. [sessions-api.md](sessions-api.md) has the requests and answers.

## Other resources

${table(
  ['ARM type', 'API version'],
  Object.values(resourceTypes)
    .filter(type => type.includes('@'))
    .map(type => type.split('@'))
    .sort(([a], [b]) => (a < b ? -1 : 1)),
)}
`;
}

function isPreview(version: string): boolean {
  return version.endsWith('-preview');
}

/** What makes the library choose the version. */
function selected({ version, features, containerTypes, onlyOnRequest }: ApiVersion): string {
  if (!features.includes('lifecycleConfiguration')) {
    return 'refused: it lacks the lifecycle that every pool has';
  }
  const index = API_VERSIONS.findIndex(each => each.version === version);
  const before = API_VERSIONS.slice(0, index).flatMap(each => [...each.features, ...each.containerTypes] as string[]);
  const first = [...features.map(feature => LABELS[feature] ?? feature), ...containerTypes].filter(
    each => !before.map(name => LABELS[name] ?? name).includes(each),
  );
  if (index === 0) {
    return 'by default';
  }
  return onlyOnRequest || first.length === 0 ? 'only by `apiVersion`' : `for ${first.join(', ')}`;
}
