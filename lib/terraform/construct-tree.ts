import type { IConstruct } from 'constructs';

/** Whether the construct is in its app: neither it nor what it belongs to has been removed or replaced. */
export function isInTree({ node }: IConstruct): boolean {
  const { scope } = node;
  return scope === undefined || (scope.node.tryFindChild(node.id)?.node === node && isInTree(scope));
}
