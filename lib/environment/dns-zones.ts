import { TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import { argumentsIn } from '../terraform/cdktf-internals';
import { elementOf } from '../terraform/references';
import { isToken } from '../terraform/templates';

interface Attributes {
  readonly [name: string]: unknown;
}

const ZONE = /^Microsoft\.Network\/privateDnsZones@/i;

/**
 * Whether the app has a private DNS zone for an environment that it defines, whoever defines the zone. The domain of the environment is not
 * known before it is deployed: a zone with a literal name is another one, and a name that nobody can follow may be the domain.
 */
export function hasDnsZone(environment: IConstruct): boolean {
  return environment.node.root.node
    .findAll()
    .filter(TerraformResource.isTerraformResource)
    .some(resource => {
      const name = zoneNameOf(resource);
      if (typeof name !== 'string' || !isToken(name)) {
        return false;
      }
      const element = elementOf(resource, name);
      return element === undefined || element.node.scope === environment;
    });
}

/** The name of a private DNS zone; nothing for any other resource. */
function zoneNameOf(resource: TerraformResource): unknown {
  switch (resource.terraformResourceType) {
    case 'azapi_resource': {
      const { _armArguments } = resource as TerraformResource & { readonly _armArguments?: Attributes };
      const { type, name } = _armArguments ?? argumentsIn(resource.toTerraform()) ?? {};
      return ZONE.test(String(type)) ? name : undefined;
    }
    case 'azurerm_private_dns_zone':
      return argumentsIn(resource.toTerraform())?.name;
    default:
      return undefined;
  }
}
