import { isIPv4 } from 'node:net';
import { ArmError } from './arm-error';
import { genericKind } from './generic-resource';
import type { JsonObject } from './json';
import { asObject, asObjects } from './json';
import { parentOf } from './resource-id';
import type { ResourceKind, Write } from './resource-kind';
import type { Resource, ResourceStore } from './resource-store';

const API_VERSIONS = ['2018-09-01', '2020-01-01', '2020-06-01', '2024-06-01'];

export function privateDnsZoneKind(tenantId: string, clientId: string): ResourceKind {
  return {
    ...linkedKind(tenantId, clientId),
    accept: write => {
      requireGlobal(write.body);
      return { properties: {}, ...write.body };
    },
    refuseDelete,
  };
}

export function virtualNetworkLinkKind(tenantId: string, clientId: string): ResourceKind {
  return { ...linkedKind(tenantId, clientId), accept: acceptLink };
}

/** A record set of addresses. */
export function aRecordKind(tenantId: string, clientId: string): ResourceKind {
  const generic = genericKind(tenantId, clientId);
  return {
    ...generic,
    apiVersions: API_VERSIONS,
    accept: acceptRecords,
    render: (resource, apiVersion, query) => ({
      ...generic.render(resource, apiVersion, query),
      properties: {
        ...asObject(resource.body.properties),
        // source: REST documentation
        fqdn: `${resource.id.name}.${parentOf(resource.id)!.split('/').pop()}.`,
        isAutoRegistered: false,
      },
    }),
  };
}

/** assumed: private DNS zones and their links are written and deleted by operations of the form that session pools have */
function linkedKind(tenantId: string, clientId: string): ResourceKind {
  return { ...genericKind(tenantId, clientId), apiVersions: API_VERSIONS, writesSlowly: () => true, deletesSlowly: true };
}

/** source: learntocloud/networking-lab#8 */
function refuseDelete({ id }: Resource, store: ResourceStore): ArmError | undefined {
  const link = store.all().find(other => other.id.key.startsWith(`${id.key}/virtualnetworklinks/`));
  return (
    link &&
    new ArmError(
      409,
      'CannotDeleteResource',
      'Cannot delete resource while nested resources exist. Some existing nested resource IDs include: ' +
        `'Microsoft.Network/privateDnsZones/${id.name}/virtualNetworkLinks/${link.id.name}'. Please delete all nested resources before deleting this resource.`,
    )
  );
}

function acceptLink({ body, exists }: Write): JsonObject {
  requireGlobal(body);
  const network = asObject(asObject(body.properties).virtualNetwork).id;
  // source: Azure/azure-cli#23351
  if (typeof network !== 'string' || !exists(network)) {
    throw new ArmError(400, 'BadRequest', `Virtual network resource not found for '${String(network ?? '')}'`);
  }
  return { ...body, properties: { registrationEnabled: false, ...asObject(body.properties) } };
}

function acceptRecords({ body }: Write): JsonObject {
  const { ttl, aRecords } = asObject(body.properties);
  const strange = asObjects(aRecords).find(({ ipv4Address }) => !isIPv4(String(ipv4Address)));
  // assumed: 400 BadRequest and these words for a record set without a ttl, or with an address that is none
  if (typeof ttl !== 'number') throw new ArmError(400, 'BadRequest', 'The record set must have a ttl.');
  if (strange) {
    throw new ArmError(400, 'BadRequest', `The address '${String(strange.ipv4Address)}' of the record set is not an IPv4 address.`);
  }
  return body;
}

/** source: Azure/bicep-types-az#2822. assumed: the words for a private DNS zone or a link elsewhere */
function requireGlobal({ location }: JsonObject): void {
  if (typeof location !== 'string') throw new ArmError(400, 'LocationRequired', 'The location property is required for this definition.');
  if (location.toLowerCase() !== 'global') throw new ArmError(400, 'BadRequest', `The location must be global, got '${location}'.`);
}
