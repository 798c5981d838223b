import type { TerraformResourceLifecycle, TerraformStack } from 'cdktf';
import { TerraformElement, TerraformProvider, TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import type { HandWrittenPool } from './bodies';
import * as bodies from './bodies';
import type { Kind } from './definition';
import { ENVIRONMENT_NAME, LOCATION, RESOURCE_GROUP_ID } from './values';

const GENERATOR = { providerName: 'azapi', providerVersion: '>= 2.12.0, < 3.0.0' };
const COMMON = { parent_id: RESOURCE_GROUP_ID, location: LOCATION, ignore_casing: true };

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

/** Write-only arguments need a version of Terraform. */
class RequiredVersion extends TerraformElement {
  public toTerraform(): object {
    return { terraform: { required_version: '>= 1.11.0' } };
  }
}

export function fill(stack: TerraformStack, kind: Kind, names: string[]): void {
  new BareProvider(stack, 'azapi');
  if (kind === 'full') {
    new RequiredVersion(stack, 'version');
  }
  const write = bodies.writerOf(stack, kind, () => environment(stack).getStringAttribute('id'));
  names.forEach(name => new BareResource(stack, name, attributesOf(name, write(name)), { postcondition: [bodies.POSTCONDITION] }));
}

function environment(stack: TerraformStack): BareResource {
  return new BareResource(stack, 'environment', {
    ...COMMON,
    type: bodies.ENVIRONMENT_TYPE,
    name: ENVIRONMENT_NAME,
    body: bodies.ENVIRONMENT_BODY,
    response_export_values: bodies.ENVIRONMENT_EXPORTED,
    replace_triggers_refs: bodies.ENVIRONMENT_TRIGGERS,
  });
}

function attributesOf(name: string, pool: HandWrittenPool): { readonly [name: string]: unknown } {
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
    schema_validation_enabled: pool.schemaValidationEnabled,
    timeouts: pool.timeouts,
  };
}
