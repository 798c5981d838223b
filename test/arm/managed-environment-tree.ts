import { IDENTITY_TREE, TRACKED_RESOURCE_TREE } from './common-tree';
import type { Tree } from './tree';

export const MANAGED_ENVIRONMENT_API_VERSIONS: readonly string[] = ['2025-07-01', '2026-01-01', '2026-07-01'];

const ENVIRONMENT: { readonly [name: string]: Tree } = {
  '~provisioningState': 'string',
  daprAIInstrumentationKey: 'string',
  daprAIConnectionString: 'string',
  vnetConfiguration: {
    internal: 'bool',
    infrastructureSubnetId: 'string',
    dockerBridgeCidr: 'string',
    platformReservedCidr: 'string',
    platformReservedDnsIP: 'string',
  },
  '~deploymentErrors': 'string',
  '~defaultDomain': 'string',
  '~staticIp': 'string',
  appLogsConfiguration: {
    destination: 'string',
    logAnalyticsConfiguration: { customerId: 'string', sharedKey: 'string' },
  },
  zoneRedundant: 'bool',
  customDomainConfiguration: {
    '~customDomainVerificationId': 'string',
    dnsSuffix: 'string',
    certificateKeyVaultProperties: { identity: 'string', keyVaultUrl: 'string' },
    certificateValue: 'string',
    certificatePassword: 'string',
    '~expirationDate': 'string',
    '~thumbprint': 'string',
    '~subjectName': 'string',
  },
  '~eventStreamEndpoint': 'string',
  workloadProfiles: [{ '!name': 'string', '!workloadProfileType': 'string', minimumCount: 'int', maximumCount: 'int' }],
  kedaConfiguration: { '~version': 'string' },
  daprConfiguration: { '~version': 'string' },
  infrastructureResourceGroup: 'string',
  peerAuthentication: { mtls: { enabled: 'bool' } },
  peerTrafficConfiguration: { encryption: { enabled: 'bool' } },
  ingressConfiguration: {
    workloadProfileName: 'string',
    terminationGracePeriodSeconds: 'int',
    headerCountLimit: 'int',
    requestIdleTimeout: 'int',
  },
  '~privateEndpointConnections': [{}],
  publicNetworkAccess: new Set(['Enabled', 'Disabled']),
};

/** source: azapi types of 2026-01-01; environmentMode of 2026-07-01 from the Python SDK */
export function managedEnvironmentTree(apiVersion: string): Tree | undefined {
  if (!MANAGED_ENVIRONMENT_API_VERSIONS.includes(apiVersion)) return undefined;
  return {
    ...TRACKED_RESOURCE_TREE,
    kind: 'string',
    identity: IDENTITY_TREE,
    properties: {
      ...ENVIRONMENT,
      ...(apiVersion >= '2026-07-01' && {
        environmentMode: new Set(['ConsumptionOnly', 'WorkloadProfiles', 'Express', 'Archived']),
      }),
    },
  };
}
