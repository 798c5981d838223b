import type { Construct } from 'constructs';
import type { AzapiResource } from '../azapi';
import { TaggableAzapiResource } from '../azapi';
import type { ValidatedQueryPack } from './query-pack-rules';
import type { SavedQuery, SessionPoolQueryPackProps } from './session-pool-query-pack';
import { adopt, lifecycleOf, RETRY_BUSY } from '../arm/managed-resource';
import { guidOf } from '../arm/names';
import { OwnedResource } from '../arm/owned-resource';
import { QUERY_PACK_TYPE, QUERY_TYPE } from '../arm/resource-types';
import { checkTagsWhenComplete } from '../arm/tag-rules';
import { dependenciesOf } from '../terraform/dependencies';
import { escapeTemplates, isToken } from '../terraform/templates';

/** Defines the ARM resource of a query pack whose properties are valid. */
export function defineQueryPack(
  pack: Construct,
  props: SessionPoolQueryPackProps,
  { name, planTimeChecks }: ValidatedQueryPack,
): AzapiResource {
  const resource = new TaggableAzapiResource(pack, 'Resource', {
    ...escapeTemplates({ type: QUERY_PACK_TYPE, name, parentId: props.resourceGroupId, location: props.location, tags: props.tags }),
    retry: RETRY_BUSY,
    body: { properties: {} },
    responseExportValues: [],
    ignoreCasing: true,
    provider: props.provider,
    dependsOn: dependenciesOf(props.dependsOn),
    lifecycle: lifecycleOf(props, { planTimeChecks }),
  });
  checkTagsWhenComplete(resource);
  if (props.adoptExisting) {
    adopt(resource);
  }
  return resource;
}

/**
 * Defines the ARM resource of a query that is valid. Address and name follow from those of the pack, so that the queries of a pack that is moved
 * in the program stay what they are.
 */
export function defineQuery(
  pack: Construct,
  id: string,
  { displayName, description, query, adoptExisting }: SavedQuery,
  parent: AzapiResource,
): void {
  const { name: packName } = parent._armArguments;
  const config = {
    type: QUERY_TYPE,
    name: guidOf(`${isToken(packName) ? pack.node.path : packName}/${id}`),
    parentId: parent.id,
    body: escapeTemplates({
      properties: {
        displayName,
        description: description ?? displayName,
        body: query,
        related: { categories: ['container'], resourceTypes: ['microsoft.operationalinsights/workspaces'], solutions: ['LogManagement'] },
        tags: { labels: ['session-pools'] },
      },
    }),
    responseExportValues: [],
    ignoreMissingProperty: false,
    provider: parent.provider,
    retry: RETRY_BUSY,
  };
  const suffix = id.replace(/[^A-Za-z0-9_-]/g, '');
  const resource = new OwnedResource(pack, id, config, { owner: pack, logicalIdFor: packId => `${packId}_${suffix}` });
  if (adoptExisting) {
    adopt(resource, parent._configuredId);
  }
}
