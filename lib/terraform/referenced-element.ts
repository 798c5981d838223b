import { TerraformElement, TerraformStack, Token, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';
import { expressionOf } from './references';

/** A resource or data source of the app that a value refers to. */
export interface ReferencedElement {
  /** The type in Terraform: `azurerm_container_registry`. */
  readonly type: string;
  readonly logicalId: string;
  readonly attributes: { readonly [name: string]: unknown };
}

interface Fragment {
  readonly [kind: string]: { readonly [type: string]: { readonly [id: string]: { readonly [name: string]: unknown } } } | undefined;
}

/**
 * The resource or data source whose attribute the value is; nothing for any other value. Only names that are in use already are looked at:
 * cdktf would fix the name of an element that is asked for it, so that it could not be overridden any more.
 */
export function referencedElement(scope: IConstruct, value: string): ReferencedElement | undefined {
  if (!Token.isUnresolved(value)) {
    return undefined;
  }
  const [token] = Tokenization.reverseString(value).tokens as Array<{ originStack?: TerraformStack }>;
  const stack = token?.originStack ?? TerraformStack.of(scope);
  const [, data, type, logicalId] = /^\$\{(data\.)?([\w-]+)\.([\w-]+)\.[\w.]+\}$/.exec(String(expressionOf(stack, value))) ?? [];
  const element = stack.node.findAll().find(each => isInUseAs(each, type, logicalId));
  const fragment = element && ((element as TerraformElement).toTerraform() as Fragment);
  const attributes = fragment?.[data ? 'data' : 'resource']?.[type]?.[logicalId];
  return attributes && { type, logicalId, attributes };
}

function isInUseAs(construct: IConstruct, type: string | undefined, logicalId: string | undefined): boolean {
  const { terraformResourceType, _friendlyUniqueId } = construct as { terraformResourceType?: string; _friendlyUniqueId?: string };
  return (
    type !== undefined &&
    TerraformElement.isTerraformElement(construct) &&
    terraformResourceType === type &&
    _friendlyUniqueId === logicalId
  );
}
