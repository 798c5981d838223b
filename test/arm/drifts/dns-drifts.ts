import type { Drift } from './drift';
import { driftsOfType, tagDrifts } from './drift';

const ZONE = 'Microsoft.Network/privateDnsZones';
const LINK = `${ZONE}/virtualNetworkLinks`;
const NETWORK =
  '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/intruder';

function recordDrifts(): Drift[] {
  const { changed, swapped, added, deleted } = driftsOfType(`${ZONE}/A`, 'a-record');
  return [
    deleted(),
    changed('ttl', 'properties.ttl', 'another ttl', { to: old => Number(old) + 1 }),
    swapped('address', 'properties.aRecords[0].ipv4Address', 'another address', { to: '10.9.9.9' }),
    added('address', 'properties.aRecords[+]', 'one more address', { to: { ipv4Address: '10.9.9.9' } }),
  ];
}

function linkDrifts(): Drift[] {
  const { changed, swapped, deleted } = driftsOfType(LINK, 'virtual-network-link');
  return [
    deleted(),
    changed('registration', 'properties.registrationEnabled', 'machines register themselves, or do not', { to: old => old !== true }),
    swapped('network', 'properties.virtualNetwork.id', 'another network', { to: NETWORK }),
    ...tagDrifts(LINK, 'virtual-network-link'),
  ];
}

/** What can happen to the names of an environment. */
export const DNS_DRIFTS: readonly Drift[] = [
  driftsOfType(ZONE, 'private-dns-zone').deleted(),
  ...tagDrifts(ZONE, 'private-dns-zone'),
  ...recordDrifts(),
  ...linkDrifts(),
];
