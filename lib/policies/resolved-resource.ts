import type { TerraformResource } from 'cdktf';
import type { IPolicyResource } from './policy-resource';
import { PolicyResourceKind } from './policy-resource';
import type { ResolvedArguments, StackIndex } from './stack-index';
import { addressOf, argumentsOf } from './stack-index';
import { hasExpression } from '../terraform/template-expressions';

const AZAPI = 'azapi_resource';
/** What a value may refer to: the `id` of a resource or data source. */
const ID_REFERENCE = /(?<![\w.-])((?:data\.)?[a-z]\w*\.[\w-]+)(?:\[[^\]]*\])?\.id\b/g;

const ARM_KINDS: { [armType: string]: PolicyResourceKind } = {
  'microsoft.app/sessionpools': PolicyResourceKind.SESSION_POOL,
  'microsoft.app/managedenvironments': PolicyResourceKind.ENVIRONMENT,
  'microsoft.authorization/roleassignments': PolicyResourceKind.ROLE_ASSIGNMENT,
};

const AZURERM_KINDS: { [resourceType: string]: PolicyResourceKind } = {
  azurerm_container_app_environment: PolicyResourceKind.ENVIRONMENT,
  azurerm_role_assignment: PolicyResourceKind.ROLE_ASSIGNMENT,
};

/** A resource of the app as rules see it; the one place that reads bodies. */
export class ResolvedResource implements IPolicyResource {
  /** The resource where it is of a kind that rules look at. */
  public static of(element: TerraformResource, index: StackIndex): ResolvedResource | undefined {
    const kind = AZURERM_KINDS[element.terraformResourceType];
    if (kind) {
      return new ResolvedResource(kind, element, argumentsOf(element), index);
    }
    if (element.terraformResourceType !== AZAPI) {
      return undefined;
    }
    const resolved = argumentsOf(element);
    const azapiKind = ARM_KINDS[armTypeOf(resolved.type)];
    return azapiKind && new ResolvedResource(azapiKind, element, resolved, index);
  }

  public readonly path: string;
  public readonly address: string;
  public readonly resourceType: string;
  public readonly apiVersion?: string;

  private constructor(
    public readonly kind: PolicyResourceKind,
    element: TerraformResource,
    private readonly resolved: ResolvedArguments,
    private readonly index: StackIndex,
  ) {
    this.path = element.node.path;
    this.address = addressOf(element);
    this.resourceType = element.terraformResourceType;
    this.apiVersion = typeof resolved.type === 'string' ? resolved.type.split('@')[1] : undefined;
  }

  public argument(name: string): unknown {
    const value = this.resolved[name] ?? undefined;
    return name === 'tags' && value === undefined && this.resourceType === AZAPI ? this.index.defaultTags(this.resolved.provider) : value;
  }

  public property(path: string): unknown {
    let value: unknown = this.resolved.body;
    for (const name of ['properties', ...path.split('.')]) {
      if (typeof value === 'string') {
        return value;
      }
      value = Object.entries(value ?? {}).find(([key]) => key === name)?.[1];
    }
    return value ?? undefined;
  }

  public items(path: string): unknown[] {
    const value = this.property(path);
    return Array.isArray(value) ? value : [];
  }

  public isKnown(value: unknown): boolean {
    return !hasExpression(value);
  }

  public referencedType(value: unknown): string | undefined {
    if (typeof value !== 'string' || !hasExpression(value)) {
      return undefined;
    }
    const types = [...value.matchAll(ID_REFERENCE)]
      .map(([, address]) => ({ address, resource: this.index.get(address) }))
      .filter(({ resource }) => resource !== undefined)
      .map(({ address, resource }) => armTypeOf(resource!.type) || address.split('.').at(-2)!);
    return types.find(type => type in ARM_KINDS) ?? types[0];
  }
}

function armTypeOf(type: unknown): string {
  return typeof type === 'string' && type.includes('/') ? type.split('@')[0].toLowerCase() : '';
}
