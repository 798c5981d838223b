import { createHash } from 'node:crypto';
import type { Construct } from 'constructs';
import type { SessionPoolPrivateDnsZoneProps } from './session-pool-private-dns-zone';
import { adopt, lifecycleOf, RETRY_BUSY } from '../arm/managed-resource';
import { azapiResourceOf, OwnedResource, resourceGroupOf, TaggableOwnedResource } from '../arm/owned-resource';
import { A_RECORD_TYPE, PRIVATE_DNS_ZONE_TYPE, VIRTUAL_NETWORK_LINK_TYPE } from '../arm/resource-types';
import { checkTagsWhenComplete } from '../arm/tag-rules';
import type { AzapiResource } from '../azapi';
import { TaggableAzapiResource } from '../azapi';
import { providerOf } from '../azapi/provider-of';
import { dependenciesOf } from '../terraform/dependencies';
import type { PlanTimeCheck } from '../terraform/plan-time-checks';
import { escapeTemplates } from '../terraform/templates';

/** The address of an environment changes only with the environment. */
const TTL_IN_SECONDS = 300;

/** Defines the ARM resources of a zone whose properties are valid: the zone, and the record for all hosts in it. */
export function definePrivateDnsZone(
  zone: Construct,
  props: SessionPoolPrivateDnsZoneProps,
  planTimeChecks: PlanTimeCheck[],
): AzapiResource {
  const { environment } = props;
  const provider = props.provider ?? providerOf(environment, zone);
  const resource = new TaggableAzapiResource(zone, 'Resource', {
    ...escapeTemplates({ type: PRIVATE_DNS_ZONE_TYPE, name: environment.defaultDomain, location: 'global', tags: props.tags }),
    parentId:
      props.resourceGroupId === undefined
        ? resourceGroupOf(environment, environment.environmentId)
        : escapeTemplates(props.resourceGroupId),
    responseExportValues: [],
    ignoreCasing: true,
    retry: RETRY_BUSY,
    provider,
    dependsOn: dependenciesOf(props.dependsOn),
    lifecycle: lifecycleOf(props, { planTimeChecks }),
  });
  checkTagsWhenComplete(resource);
  if (props.adoptExisting) {
    adopt(resource, props.resourceGroupId === undefined ? azapiResourceOf(environment)?._armArguments.parent_id : undefined);
  }
  const record = {
    type: A_RECORD_TYPE,
    name: '*',
    parentId: resource.id,
    body: { properties: { ttl: TTL_IN_SECONDS, aRecords: [{ ipv4Address: environment.staticIp }] } },
    responseExportValues: [],
    ignoreMissingProperty: false,
    retry: RETRY_BUSY,
    provider,
  };
  new OwnedResource(zone, 'Record', record, { owner: zone, logicalIdFor: zoneId => `${zoneId}_Record` });
  return resource;
}

/** Defines the ARM resource of a link between a zone and a network. */
export function defineLink(
  zone: Construct,
  id: string,
  virtualNetworkId: string,
  { tags, ignoreTags }: SessionPoolPrivateDnsZoneProps,
  parent: AzapiResource,
  planTimeChecks: PlanTimeCheck[] = [],
): void {
  const name = `${id.replace(/[^A-Za-z0-9-]/g, '').slice(0, 40)}-${createHash('sha256').update(id).digest('hex').slice(0, 8)}`.replace(
    /^-/,
    '',
  );
  const config = {
    ...escapeTemplates({ type: VIRTUAL_NETWORK_LINK_TYPE, name, location: 'global', tags }),
    parentId: parent.id,
    body: escapeTemplates({ properties: { virtualNetwork: { id: virtualNetworkId }, registrationEnabled: false } }),
    replaceTriggersRefs: ['properties.virtualNetwork.id'],
    responseExportValues: [],
    ignoreCasing: true,
    ignoreMissingProperty: false,
    retry: RETRY_BUSY,
    provider: parent.provider,
    lifecycle: lifecycleOf({ ignoreTags }, { planTimeChecks }),
  };
  const suffix = name.replace(/[^A-Za-z0-9_-]/g, '');
  checkTagsWhenComplete(
    new TaggableOwnedResource(zone, `link-${id}`, config, { owner: zone, logicalIdFor: zoneId => `${zoneId}_${suffix}` }),
  );
}
