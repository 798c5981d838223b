import type { TerraformStack } from 'cdktf';
import * as bodies from './bodies';
import type { Kind } from './definition';
import { ENVIRONMENT_NAME, LOCATION, RESOURCE_GROUP_ID } from './values';
import { AzapiProvider, AzapiResource } from 'cdktf-azure-session-pools';

const COMMON = { parentId: RESOURCE_GROUP_ID, location: LOCATION, ignoreCasing: true };

export function fill(stack: TerraformStack, kind: Kind, names: string[]): void {
  new AzapiProvider(stack, 'azapi');
  const write = bodies.writerOf(stack, kind, () => environment(stack).id);
  for (const name of names) {
    const { apiVersion, identityIds, exported, ...pool } = write(name);
    new AzapiResource(stack, name, {
      ...COMMON,
      ...pool,
      type: `Microsoft.App/sessionPools@${apiVersion}`,
      name,
      identity: identityIds && { type: 'UserAssigned', identityIds },
      responseExportValues: exported,
      replaceTriggersRefs: bodies.REPLACE_TRIGGERS,
      lifecycle: { postcondition: [bodies.POSTCONDITION] },
    });
  }
}

function environment(stack: TerraformStack): AzapiResource {
  return new AzapiResource(stack, 'environment', {
    ...COMMON,
    type: bodies.ENVIRONMENT_TYPE,
    name: ENVIRONMENT_NAME,
    body: bodies.ENVIRONMENT_BODY,
    responseExportValues: bodies.ENVIRONMENT_EXPORTED,
    replaceTriggersRefs: bodies.ENVIRONMENT_TRIGGERS,
  });
}
