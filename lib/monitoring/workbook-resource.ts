import type { Construct } from 'constructs';
import type { SessionPoolQueryPackProps } from './session-pool-query-pack';
import { workbookContent } from './workbook-content';
import type { SessionPoolWorkbookOptions } from './workbook-options';
import { adopt, lifecycleOf, RETRY_BUSY } from '../arm/managed-resource';
import { guidOf } from '../arm/names';
import { TaggableOwnedResource } from '../arm/owned-resource';
import { WORKBOOK_TYPE } from '../arm/resource-types';
import { checkTagsWhenComplete } from '../arm/tag-rules';
import type { AzapiResource } from '../azapi';
import { operand } from '../terraform/plan-time-checks';
import { escapeTemplate, escapeTemplates, isToken } from '../terraform/templates';
import { TerraformExpression } from '../terraform/terraform-expression';

/** Where Azure lists a workbook that belongs to no resource. */
const AZURE_MONITOR = 'azure monitor';

/** Defines the ARM resource of a workbook that is valid. Address and name follow from those of the pack, as those of its queries do. */
export function defineWorkbook(
  pack: Construct,
  props: SessionPoolQueryPackProps,
  { displayName, workspaceId, pools = [], adoptExisting }: SessionPoolWorkbookOptions,
  parent: AzapiResource,
): AzapiResource {
  const { name: packName } = parent._armArguments;
  const title = displayName ?? `Session pools ${packName}`;
  const config = {
    ...escapeTemplates({
      type: WORKBOOK_TYPE,
      name: guidOf(`${isToken(packName) ? pack.node.path : packName}/workbook`),
      parentId: props.resourceGroupId,
      location: props.location,
      tags: props.tags,
    }),
    body: {
      kind: 'shared',
      ...escapeTemplates({
        properties: {
          displayName: title,
          category: 'workbook',
          serializedData: workbookContent({ displayName: jsonText(title), workspaceId, poolIds: pools.map(pool => pool.sessionPoolId) }),
          sourceId: sourceIdOf(workspaceId),
        },
      }),
    },
    // Azure answers the content of a workbook to those only who ask for it.
    readQueryParameters: { canFetchContent: ['true'] },
    responseExportValues: [],
    ignoreMissingProperty: false,
    provider: parent.provider,
    retry: RETRY_BUSY,
    lifecycle: lifecycleOf({ ignoreTags: props.ignoreTags }),
  };
  const resource = new TaggableOwnedResource(pack, 'Workbook', config, { owner: pack, logicalIdFor: packId => `${packId}_Workbook` });
  checkTagsWhenComplete(resource);
  if (adoptExisting) {
    adopt(resource);
  }
  return resource;
}

/** Text for a JSON string that is put together here. What Terraform knows only later may have quotes in it. */
function jsonText(text: string): string {
  if (!isToken(text)) {
    return text;
  }
  const encoded = `jsonencode(${operand(escapeTemplate(text))})`;
  return TerraformExpression.raw(`substr(${encoded}, 1, length(${encoded}) - 2)`);
}

/** In lower case, in which Azure keeps and answers it. */
function sourceIdOf(workspaceId: string | undefined): string {
  if (workspaceId === undefined) {
    return AZURE_MONITOR;
  }
  return isToken(workspaceId) ? TerraformExpression.raw(`lower(${operand(escapeTemplate(workspaceId))})`) : workspaceId.toLowerCase();
}
