import type { TerraformStack } from 'cdktf';
import * as bodies from './bodies';
import { Answers } from './checks';
import type { Kind } from './definition';
import { ENVIRONMENT_NAME, LOCATION, RESOURCE_GROUP_ID } from './values';
import { AzapiProvider, AzapiResource } from 'cdktf-azure-session-pools';

const COMMON = {
  parentId: RESOURCE_GROUP_ID,
  location: LOCATION,
  ignoreCasing: true,
  ignoreMissingProperty: false,
  retry: { errorMessageRegex: bodies.RETRIED },
};

export function fill(stack: TerraformStack, kind: Kind, names: string[]): void {
  new AzapiProvider(stack, 'azapi');
  const write = bodies.writerOf(stack, kind, () => environmentIn(stack));
  const answers = new Answers(stack, kind);
  for (const name of names) {
    const { apiVersion, identityIds, exported, uniqueIds, ...pool } = write(name);
    const resource = new AzapiResource(stack, name, {
      ...COMMON,
      ...pool,
      type: `Microsoft.App/sessionPools@${apiVersion}`,
      name,
      identity: identityIds && { type: 'UserAssigned', identityIds },
      responseExportValues: exported,
      replaceTriggersRefs: bodies.REPLACE_TRIGGERS,
      listUniqueIdProperty: uniqueIds,
    });
    answers.compare(name, addressOf(resource));
  }
}

function environmentIn(stack: TerraformStack): bodies.Environment {
  const resource = new AzapiResource(stack, 'environment', {
    ...COMMON,
    type: bodies.ENVIRONMENT_TYPE,
    name: ENVIRONMENT_NAME,
    body: bodies.ENVIRONMENT_BODY,
    responseExportValues: [],
    replaceTriggersRefs: bodies.ENVIRONMENT_TRIGGERS,
  });
  return { id: resource.id, reference: `${addressOf(resource)}.id` };
}

function addressOf({ friendlyUniqueId }: AzapiResource): string {
  return `azapi_resource.${friendlyUniqueId}`;
}
