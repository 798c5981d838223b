import { createHash } from 'node:crypto';
import type { Construct } from 'constructs';
import { AzapiResource } from '../azapi';
import type { SavedQuery, SessionPoolQueryPackProps } from './session-pool-query-pack';
import { QUERY_PACK_TYPE, QUERY_TYPE } from '../arm/resource-types';
import { escapeTemplates } from '../terraform/templates';

/** Defines the ARM resource of a query pack whose properties are valid. */
export function defineQueryPack(pack: Construct, props: SessionPoolQueryPackProps, name: string): AzapiResource {
  return new AzapiResource(pack, 'Resource', {
    ...escapeTemplates({ type: QUERY_PACK_TYPE, name, parentId: props.resourceGroupId, location: props.location, tags: props.tags }),
    body: { properties: {} },
    responseExportValues: [],
    ignoreCasing: true,
    provider: props.provider,
    dependsOn: props.dependsOn,
  });
}

/** Defines the ARM resource of a query that is valid. */
export function defineQuery(
  pack: Construct,
  id: string,
  { displayName, description, query }: SavedQuery,
  parent: AzapiResource,
): AzapiResource {
  return new AzapiResource(pack, id, {
    type: QUERY_TYPE,
    name: guidOf(`${pack.node.path}/${id}`),
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
    ignoreCasing: true,
    provider: parent.provider,
  });
}

/** ARM wants a GUID for the name of a query. The same path makes the same one. */
function guidOf(path: string): string {
  const hex = createHash('sha256').update(path).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
