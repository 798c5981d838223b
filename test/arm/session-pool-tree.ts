import { IDENTITY_TREE, TRACKED_RESOURCE_TREE } from './common-tree';
import type { Tree } from './tree';

interface Features {
  /** executionType and cooldownPeriodInSeconds stand directly in dynamicPoolConfiguration. */
  readonly executionType?: true;
  /** The registry's server is spelled registryServer. */
  readonly registryServer?: true;
  readonly registryIdentity?: true;
  readonly lifecycles?: readonly string[];
  readonly probes?: true;
  /** mcpServerSettings, templateUpdateStatus, Shell and NodeLTS. */
  readonly mcp?: true;
}

const ALL_LIFECYCLES = ['Init', 'Main', 'None', 'All'];

/** source: azapi types, diffed version by version; 2026-03-02-preview from the specifications, 2026-07-01 from the models of the Python and JavaScript SDKs */
const VERSIONS: { readonly [apiVersion: string]: Features } = {
  '2024-02-02-preview': { executionType: true, registryServer: true },
  '2024-08-02-preview': { executionType: true, registryIdentity: true },
  '2024-10-02-preview': { executionType: true, registryIdentity: true, lifecycles: ALL_LIFECYCLES },
  '2025-01-01': { registryIdentity: true, lifecycles: ALL_LIFECYCLES },
  '2025-02-02-preview': { registryIdentity: true, lifecycles: ALL_LIFECYCLES, probes: true },
  '2025-07-01': { registryIdentity: true, lifecycles: ALL_LIFECYCLES },
  '2025-10-02-preview': { registryIdentity: true, lifecycles: ALL_LIFECYCLES, probes: true, mcp: true },
  '2026-01-01': { registryIdentity: true, lifecycles: ['None', 'Main'] },
  '2026-03-02-preview': { registryIdentity: true, lifecycles: ALL_LIFECYCLES, mcp: true },
  '2026-07-01': { registryIdentity: true, lifecycles: ['None', 'Main'], probes: true },
};

export const SESSION_POOL_API_VERSIONS: readonly string[] = Object.keys(VERSIONS);

/** The versions at which containers have probes. */
export const PROBE_VERSIONS: readonly string[] = Object.entries(VERSIONS)
  .filter(([, { probes }]) => probes)
  .map(([version]) => version);

/** recorded: 2025-02-02-preview answers mcpServerSettings too. assumed: mcpServerSettings is answered at no other api version than those that have it in their schemas or were recorded */
export const MCP_VERSIONS: readonly string[] = [
  '2025-02-02-preview',
  ...Object.entries(VERSIONS)
    .filter(([, { mcp }]) => mcp)
    .map(([version]) => version),
];

/** The versions that answer templateUpdateStatus. */
export const TEMPLATE_STATUS_VERSIONS: readonly string[] = Object.entries(VERSIONS)
  .filter(([, { mcp }]) => mcp)
  .map(([version]) => version);

const PROBE: Tree = {
  type: new Set(['Liveness', 'Startup']),
  httpGet: {
    host: 'string',
    httpHeaders: [{ '!name': 'string', '!value': 'string' }],
    path: 'string',
    '!port': 'int',
    scheme: new Set(['HTTP', 'HTTPS']),
  },
  tcpSocket: { host: 'string', '!port': 'int' },
  failureThreshold: 'int',
  initialDelaySeconds: 'int',
  periodSeconds: 'int',
  successThreshold: 'int',
  terminationGracePeriodSeconds: 'int',
  timeoutSeconds: 'int',
};

export function sessionPoolTree(apiVersion: string): Tree | undefined {
  const features = VERSIONS[apiVersion];
  if (!features) return undefined;
  return {
    ...TRACKED_RESOURCE_TREE,
    ...(features.lifecycles && { identity: IDENTITY_TREE }),
    properties: {
      environmentId: 'string',
      containerType: new Set(['CustomContainer', 'PythonLTS', ...(features.mcp ? ['Shell', 'NodeLTS'] : [])]),
      poolManagementType: new Set(['Manual', 'Dynamic']),
      '~nodeCount': 'int',
      scaleConfiguration: { maxConcurrentSessions: 'int', readySessionInstances: 'int' },
      secrets: [{ name: 'string', value: 'string' }],
      dynamicPoolConfiguration: features.executionType
        ? { executionType: new Set(['Timed']), cooldownPeriodInSeconds: 'int' }
        : { lifecycleConfiguration: lifecycle() },
      customContainerTemplate: template(features),
      sessionNetworkConfiguration: { status: new Set(['EgressEnabled', 'EgressDisabled']) },
      '~poolManagementEndpoint': 'string',
      '~provisioningState': 'string',
      ...(features.lifecycles && {
        managedIdentitySettings: [{ '!identity': 'string', lifecycle: new Set(features.lifecycles) }],
      }),
      ...(features.mcp && {
        mcpServerSettings: { isMcpServerEnabled: 'bool', isMcpServerApiKeyDisabled: 'bool', '~mcpServerEndpoint': 'string' },
        '~templateUpdateStatus': {},
      }),
    },
  };
}

function lifecycle(): Tree {
  return {
    lifecycleType: new Set(['Timed', 'OnContainerExit']),
    cooldownPeriodInSeconds: 'int',
    maxAlivePeriodInSeconds: 'int',
  };
}

function template(features: Features): Tree {
  return {
    registryCredentials: {
      [features.registryServer ? 'registryServer' : 'server']: 'string',
      username: 'string',
      passwordSecretRef: 'string',
      ...(features.registryIdentity && { identity: 'string' }),
    },
    containers: [
      {
        image: 'string',
        name: 'string',
        command: ['string'],
        args: ['string'],
        env: [{ name: 'string', value: 'string', secretRef: 'string' }],
        resources: { cpu: 'number', memory: 'string' },
        ...(features.probes && { probes: [PROBE] }),
      },
    ],
    ingress: { targetPort: 'int' },
  };
}
