import type { TerraformStack } from 'cdktf';
import { TerraformResource } from 'cdktf';
import { armId } from './arm-id';
import { argumentsIn } from '../terraform/cdktf-internals';
import { hasMovedAway } from '../terraform/moves';
import { idKeyOf } from '../terraform/references';
import { isToken } from '../terraform/templates';

const CHECKED = Symbol.for('cdktf-azure-session-pools.UniqueResources');
const REFERENCE = /^\$\{azapi_resource\.([\w-]+)\.(id|parent_id|name)\}$/;

/** The arguments of a resource that decide what it is in ARM. */
interface ArmArguments {
  readonly type?: unknown;
  readonly parent_id?: unknown;
  readonly name?: unknown;
}

type Resources = ReadonlyMap<string, { readonly resource: TerraformResource; readonly given: ArmArguments }>;

/**
 * Checks that no two resources of a stack are the same one in ARM: they would overwrite each other, and removing one from the program would delete
 * the resource of the other. Which resources there are is known once the stack is complete.
 */
export function checkUniqueResources(stack: TerraformStack): void {
  if (CHECKED in stack) {
    return;
  }
  Object.defineProperty(stack, CHECKED, { value: true });
  stack.node.addValidation({ validate: () => duplicatesIn(stack) });
}

function duplicatesIn(stack: TerraformStack): string[] {
  const resources: Resources = new Map(
    stack.node
      .findAll()
      .filter(TerraformResource.isTerraformResource)
      .filter(resource => resource.terraformResourceType === 'azapi_resource' && resource.cdktfStack === stack && isOne(resource))
      .map(resource => [resource.friendlyUniqueId, { resource, given: argumentsOf(resource) }]),
  );
  const first = new Map<string, TerraformResource>();
  const duplicates: string[] = [];
  for (const { resource, given } of resources.values()) {
    const key = keyOfResource(stack, given, resources);
    const other = key === undefined ? undefined : first.get(key);
    if (other) {
      duplicates.push(messageFor(other, resource, given));
    } else if (key !== undefined) {
      first.set(key, resource);
    }
  }
  return duplicates;
}

/** Copies of a resource, which Terraform makes, have names that only Terraform knows. */
function isOne(resource: TerraformResource): boolean {
  return resource.count === undefined && resource.forEach === undefined && !hasMovedAway(resource);
}

function argumentsOf(resource: TerraformResource): ArmArguments {
  const { _armArguments } = resource as { _armArguments?: ArmArguments };
  return _armArguments ?? argumentsIn(resource.toTerraform()) ?? {};
}

function keyOfResource(stack: TerraformStack, { type, parent_id: parentId, name }: ArmArguments, resources: Resources): string | undefined {
  if (![type, parentId, name].every(each => typeof each === 'string')) {
    return undefined;
  }
  const [parentKey, nameKey] = [parentId, name].map(each => keyOfValue(stack, each as string, resources));
  return armId({ type: (type as string).toLowerCase(), parentId: parentKey, name: nameKey });
}

/** A reference to a resource of the stack stands for what that resource is given, so that two ways to write the same are the same. */
function keyOfValue(stack: TerraformStack, value: string, resources: Resources): string {
  const key = idKeyOf(stack, value);
  const [, logicalId, attribute] = (isToken(value) && REFERENCE.exec(key)) || [];
  const given = resources.get(logicalId ?? '')?.given;
  if (!given) {
    return key;
  }
  if (attribute === 'id') {
    return keyOfResource(stack, given, resources) ?? key;
  }
  const target = attribute === 'name' ? given.name : given.parent_id;
  return typeof target === 'string' ? keyOfValue(stack, target, resources) : key;
}

function messageFor(first: TerraformResource, second: TerraformResource, { type, name }: ArmArguments): string {
  const [one, other] = [first, second].map(({ node }) => `'${node.id === 'Resource' ? node.scope!.node.path : node.path}'`);
  const shown = isToken(name) ? 'with one name' : `'${String(name)}'`;
  return `${one} and ${other} define the same Azure resource, ${String(type).split('@')[0]} ${shown}: they would overwrite each other, and removing one would delete it; give one of them another name`;
}
