import type { BadInput } from './bad-input';
import { badInputs } from './bad-input';
import { CodeInterpreterType, ContainerProbe, ProbeHandler, SessionIdentity } from '../../../lib';

const probes = [ContainerProbe.liveness(ProbeHandler.httpGet({ port: 80 }))];
const WITH_LIFECYCLE = "'2026-01-01' or '2026-07-01' or '2025-10-02-preview' or '2025-07-01' or '2025-02-02-preview' or '2025-01-01'";

function lacks(feature: string, version: string, instead: string): string {
  return `apiVersion must have ${feature}, which the pool uses, got '${version}': leave it out, or use ${instead}`;
}

const INTERPRETERS: BadInput[] = badInputs('CodeInterpreterPool', [
  ...['2024-10-02-preview', '2024-08-02-preview', '2024-02-02-preview'].map((apiVersion): [object, string] => [
    { apiVersion },
    lacks('lifecycleConfiguration', apiVersion, WITH_LIFECYCLE),
  ]),
  ...['2026-01-01', '2026-07-01', '2025-07-01', '2025-02-02-preview', '2025-01-01'].flatMap((apiVersion): Array<[object, string]> => [
    [{ apiVersion, containerType: CodeInterpreterType.NODE_LTS }, lacks('NodeLTS', apiVersion, "'2025-10-02-preview'")],
    [{ apiVersion, containerType: CodeInterpreterType.SHELL }, lacks('Shell', apiVersion, "'2025-10-02-preview'")],
    [{ apiVersion, mcpServer: {} }, lacks('mcpServer', apiVersion, "'2025-10-02-preview'")],
  ]),
  [
    { apiVersion: '2026-01-01', containerType: CodeInterpreterType.SHELL, mcpServer: { apiKeyDisabled: true } },
    lacks('Shell', '2026-01-01', "'2025-10-02-preview'"),
    lacks('mcpServer', '2026-01-01', "'2025-10-02-preview'"),
  ],
]);

const CONTAINERS: BadInput[] = badInputs('CustomContainerPool', [
  ...['2026-01-01', '2025-07-01', '2025-01-01'].map((apiVersion): [object, string] => [
    { apiVersion, probes },
    lacks('probes', apiVersion, "'2026-07-01' or '2025-10-02-preview' or '2025-02-02-preview'"),
  ]),
  [
    { apiVersion: '2024-10-02-preview', probes },
    lacks('lifecycleConfiguration', '2024-10-02-preview', "'2026-07-01' or '2025-10-02-preview' or '2025-02-02-preview'"),
    lacks('probes', '2024-10-02-preview', "'2026-07-01' or '2025-10-02-preview' or '2025-02-02-preview'"),
  ],
  [
    { apiVersion: '2024-10-02-preview', identities: [SessionIdentity.systemAssigned()] },
    lacks('lifecycleConfiguration', '2024-10-02-preview', WITH_LIFECYCLE),
  ],
  ...['2024-08-02-preview', '2024-02-02-preview'].map((apiVersion): [object, ...string[]] => [
    { apiVersion, identities: [SessionIdentity.systemAssigned()] },
    lacks('lifecycleConfiguration', apiVersion, WITH_LIFECYCLE),
    lacks('identities', apiVersion, WITH_LIFECYCLE),
  ]),
]);

/** Api versions that lack what the pool uses. */
export const API_VERSION_BAD_INPUTS = [...INTERPRETERS, ...CONTAINERS];
