import type { TerraformResourceLifecycle, TerraformStack } from 'cdktf';
import { TerraformProvider, TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import * as bodies from './bodies';
import { Answers } from './checks';
import type { Kind } from './definition';
import { ENVIRONMENT_NAME, LOCATION, RESOURCE_GROUP_ID } from './values';

const GENERATOR = { providerName: 'azapi', providerVersion: '>= 2.12.0, < 3.0.0' };
const COMMON = {
  parent_id: RESOURCE_GROUP_ID,
  location: LOCATION,
  ignore_casing: true,
  ignore_missing_property: false,
  retry: { error_message_regex: bodies.RETRIED },
};

/** A resource with the attributes that it is given, which knows nothing of session pools: as cheap as cdktf allows. */
class BareResource extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly attributes: { readonly [name: string]: unknown },
    lifecycle?: TerraformResourceLifecycle,
  ) {
    super(scope, id, { terraformResourceType: 'azapi_resource', terraformGeneratorMetadata: GENERATOR, lifecycle });
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return this.attributes;
  }
}

class BareProvider extends TerraformProvider {
  constructor(scope: Construct, id: string) {
    super(scope, id, { terraformResourceType: 'azapi', terraformGeneratorMetadata: GENERATOR, terraformProviderSource: 'Azure/azapi' });
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return {};
  }
}

export function fill(stack: TerraformStack, kind: Kind, names: string[]): void {
  new BareProvider(stack, 'azapi');
  const write = bodies.writerOf(stack, kind, () => environmentIn(stack));
  const answers = new Answers(stack, kind);
  for (const name of names) {
    const pool = write(name);
    const resource = new BareResource(stack, name, attributesOf(name, pool), pool.lifecycle);
    answers.compare(name, addressOf(resource));
  }
}

function environmentIn(stack: TerraformStack): bodies.Environment {
  const resource = new BareResource(stack, 'environment', {
    ...COMMON,
    type: bodies.ENVIRONMENT_TYPE,
    name: ENVIRONMENT_NAME,
    body: bodies.ENVIRONMENT_BODY,
    response_export_values: [],
    replace_triggers_refs: bodies.ENVIRONMENT_TRIGGERS,
  });
  return { id: resource.getStringAttribute('id'), reference: `${addressOf(resource)}.id` };
}

function addressOf({ friendlyUniqueId }: BareResource): string {
  return `azapi_resource.${friendlyUniqueId}`;
}

function attributesOf(name: string, pool: bodies.HandWrittenPool): { readonly [name: string]: unknown } {
  return {
    ...COMMON,
    type: `Microsoft.App/sessionPools@${pool.apiVersion}`,
    name,
    body: pool.body,
    sensitive_body: pool.sensitiveBody,
    identity: pool.identityIds && { type: 'UserAssigned', identity_ids: pool.identityIds },
    tags: pool.tags,
    response_export_values: pool.exported,
    replace_triggers_refs: bodies.REPLACE_TRIGGERS,
    list_unique_id_property: pool.uniqueIds,
    schema_validation_enabled: pool.schemaValidationEnabled,
    timeouts: pool.timeouts,
  };
}
