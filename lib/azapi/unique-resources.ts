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
  const all = stack.node
    .findAll()
    .filter(TerraformResource.isTerraformResource)
    .filter(resource => resource.terraformResourceType === 'azapi_resource' && resource.cdktfStack === stack && isOne(resource));
  const resources: Resources = new Map(all.map(resource => [resource.friendlyUniqueId, { resource, given: argumentsOf(resource) }]));
  const seen = new Map<string, TerraformResource>();
  const duplicated = new Set<string>();
  return all.flatMap(resource => {
    const { resource: last, given } = resources.get(resource.friendlyUniqueId)!;
    if (last !== resource) {
      return [sameAddress(resource, last)];
    }
    const key = keyOfResource(stack, given, resources);
    if (key === undefined) {
      return [];
    }
    const first = seen.get(key);
    if (!first) {
      seen.set(key, resource);
      return [];
    }
    duplicated.add(key);
    // What belongs to a resource that is there twice is there twice as well.
    return duplicated.has(keyOfValue(stack, String(given.parent_id), resources)) ? [] : [sameResource(first, resource, given)];
  });
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

function sameResource(first: TerraformResource, second: TerraformResource, { type, name }: ArmArguments): string {
  const shown = isToken(name) ? 'with one name' : `'${String(name)}'`;
  return (
    `${placeOf(first)} and ${placeOf(second)} define the same Azure resource, ${String(type).split('@')[0]} ${shown}: ` +
    'they would overwrite each other, and removing one would delete it; give one of them another name'
  );
}

/** cdktf would make one resource of them, with what the last one says. */
function sameAddress(first: TerraformResource, second: TerraformResource): string {
  return `${placeOf(first)} and ${placeOf(second)} have the same address in Terraform, azapi_resource.${first.friendlyUniqueId}: give one of them another id`;
}

function placeOf({ node }: TerraformResource): string {
  return `'${node.id === 'Resource' ? node.scope!.node.path : node.path}'`;
}
