import type { BadInput } from './bad-input';
import { badInputs } from './bad-input';
import { CodeInterpreterType, ContainerProbe, ProbeHandler, SessionIdentity } from '../../../lib';
import { API_VERSIONS, CONTAINER_TYPES, CUSTOM_CONTAINER } from '../../../lib/arm/api-versions';

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

const INTERPRETERS: BadInput[] = badInputs('CodeInterpreterPool', [
  ...WITHOUT_LIFECYCLE.map(({ version }): [object, string] => [
    { apiVersion: version },
    lacks('lifecycleConfiguration', version, WITH_LIFECYCLE),
  ]),
  ...CONTAINER_TYPES.filter(({ name }) => name !== CUSTOM_CONTAINER).flatMap(({ name }) =>
    versionsWithout(name).map((apiVersion): [object, string] => [
      { apiVersion, containerType: CodeInterpreterType.of(name) },
      lacks(name, apiVersion, versionsWith(name)),
    ]),
  ),
  ...versionsWithout('mcpServer').map((apiVersion): [object, string] => [
    { apiVersion, mcpServer: {} },
    lacks('mcpServer', apiVersion, versionsWith('mcpServer')),
  ]),
  [
    { apiVersion: '2026-01-01', containerType: CodeInterpreterType.SHELL, mcpServer: { apiKeyDisabled: true } },
    lacks('Shell', '2026-01-01', "'2025-10-02-preview' or '2026-03-02-preview'"),
    lacks('mcpServer', '2026-01-01', "'2025-10-02-preview' or '2026-03-02-preview'"),
  ],
]);

const CONTAINERS: BadInput[] = badInputs('CustomContainerPool', [
  ...versionsWithout('probes').map((apiVersion): [object, string] => [
    { apiVersion, probes },
    lacks('probes', apiVersion, "'2026-07-01' or '2025-10-02-preview' or '2025-02-02-preview'"),
  ]),
  [
    { apiVersion: '2024-10-02-preview', probes },
    lacks('lifecycleConfiguration', '2024-10-02-preview', "'2026-07-01' or '2025-10-02-preview' or '2025-02-02-preview'"),
    lacks('probes', '2024-10-02-preview', "'2026-07-01' or '2025-10-02-preview' or '2025-02-02-preview'"),
  ],
  ...WITHOUT_LIFECYCLE.map(({ version, features }): [object, ...string[]] => [
    { apiVersion: version, identities: [SessionIdentity.systemAssigned()] },
    lacks('lifecycleConfiguration', version, WITH_LIFECYCLE),
    ...(features.includes('identities') ? [] : [lacks('identities', version, WITH_LIFECYCLE)]),
  ]),
]);

/** Api versions that lack what the pool uses. */
export const API_VERSION_BAD_INPUTS = [...INTERPRETERS, ...CONTAINERS];
