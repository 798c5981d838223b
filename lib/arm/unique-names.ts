import { TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { idKeyOf } from '../terraform/references';
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

type Names = Map<string, IConstruct>;

const OF_STACKS = new WeakMap<IConstruct, Names>();
const OF_APPS = new WeakMap<IConstruct, Names>();

/**
 * Checks that no other construct has the same ARM resource: two of them would overwrite each other, and removing one deletes the resource of
 * the other. In one stack that is an error. Across the stacks of an app it is a warning, since they may be deployed to different places.
 */
export function checkUniqueName(construct: Construct, { prop, type, parentId, name }: Name, findings: Findings): void {
  if (typeof name !== 'string' || typeof parentId !== 'string') {
    return;
  }
  const stack = TerraformStack.of(construct);
  const key = [type, idKeyOf(construct, parentId), idKeyOf(construct, name)].join('|').toLowerCase();
  const shown = isToken(name) ? 'the same expression' : show(name);
  const other = claim(OF_STACKS, stack, key, construct);
  if (other) {
    findings.error(`${prop} must be used once in a resource group, got ${shown} for '${other.node.path}' too`);
  } else if (!isToken(parentId) && !isToken(name)) {
    const elsewhere = claim(OF_APPS, construct.node.root, key, construct);
    if (elsewhere) {
      findings.warn(
        'duplicate-name',
        `${prop} ${shown} is the name of '${elsewhere.node.path}' too, in another stack: both define one resource of Azure`,
      );
    }
  }
}

/** Takes the key for the construct; the other construct that has it already and is still in the tree. */
function claim(registry: WeakMap<IConstruct, Names>, owner: IConstruct, key: string, construct: Construct): IConstruct | undefined {
  const names: Names = registry.get(owner) ?? new Map<string, IConstruct>();
  registry.set(owner, names);
  const other = names.get(key);
  if (other && other !== construct && isInTree(other)) {
    return other;
  }
  names.set(key, construct);
  return undefined;
}

function isInTree({ node }: IConstruct): boolean {
  return node.scope?.node.tryFindChild(node.id)?.node === node;
}
