import { TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { isInTree } from '../terraform/construct-tree';
import { isToken } from '../terraform/templates';
import type { Findings } from '../validation/findings';
import { show } from '../validation/show';

/** What has a name in ARM. */
interface Name {
  /** The property with the name. */
  readonly prop: string;
  readonly type: string;
  readonly parentId: string;
  readonly name: string;
}

const NAMES = new WeakMap<IConstruct, Map<string, IConstruct>>();

/**
 * Warns where a construct of another stack of the app is the same ARM resource: two of them overwrite each other, and removing one deletes the
 * resource of the other, unless the stacks are deployed to different clouds. Only literals can be compared across stacks. In one stack, what
 * azapi is given is compared once the stack is complete, which is an error.
 */
export function warnOfSharedName(construct: Construct, { prop, type, parentId, name }: Name, findings: Findings): void {
  if (typeof name !== 'string' || typeof parentId !== 'string' || isToken(name) || isToken(parentId)) {
    return;
  }
  const { root } = construct.node;
  const names = NAMES.get(root) ?? new Map<string, IConstruct>();
  NAMES.set(root, names);
  const key = [type, parentId, name].join('|').toLowerCase();
  const other = names.get(key);
  if (other && isInTree(other) && TerraformStack.of(other) !== TerraformStack.of(construct)) {
    findings.warn(
      'duplicate-name',
      `${prop} ${show(name)} is the name of '${other.node.path}' too, in another stack: both define one resource of Azure`,
    );
  } else {
    names.set(key, construct);
  }
}
