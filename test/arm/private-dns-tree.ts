import { TRACKED_RESOURCE_TREE } from './common-tree';
import type { Tree } from './tree';

/** source: azapi types of 2024-06-01 */
export const PRIVATE_DNS_ZONE_TREE: Tree = {
  ...TRACKED_RESOURCE_TREE,
  etag: 'string',
  properties: {
    '~maxNumberOfRecordSets': 'int',
    '~numberOfRecordSets': 'int',
    '~numberOfVirtualNetworkLinks': 'int',
    '~provisioningState': 'string',
    '~internalId': 'string',
  },
};

/** source: azapi types of 2024-06-01 */
export const VIRTUAL_NETWORK_LINK_TREE: Tree = {
  ...TRACKED_RESOURCE_TREE,
  etag: 'string',
  properties: {
    virtualNetwork: { id: 'string' },
    registrationEnabled: 'bool',
    resolutionPolicy: new Set(['Default', 'NxDomainRedirect']),
    '~virtualNetworkLinkState': 'string',
    '~provisioningState': 'string',
  },
};

/** source: azapi types of 2024-06-01, record sets of addresses */
export const A_RECORD_TREE: Tree = {
  '~id': 'string',
  '~name': 'string',
  '~type': 'string',
  etag: 'string',
  properties: {
    metadata: { '*': 'string' },
    ttl: 'int',
    '~fqdn': 'string',
    '~isAutoRegistered': 'bool',
    aRecords: [{ ipv4Address: 'string' }],
  },
};
