import type { ITerraformDependable } from 'cdktf';
import { dependable, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { ISessionPoolRef } from '../session-pool-ref';
import { isSameId } from '../terraform/references';

const ROTATED = Symbol.for('cdktf-azure-session-pools.RotatedMcpServer');

interface Rotation extends IConstruct, ITerraformDependable {
  readonly [ROTATED]: ISessionPoolRef;
}

/** Marks a construct as one that replaces the API key of the pool. */
export function markAsRotation(construct: IConstruct & ITerraformDependable, pool: ISessionPoolRef): void {
  Object.defineProperty(construct, ROTATED, { value: pool });
}

/** What replaces the API key of the pool in the stack of the construct, for `depends_on`. */
export function rotationsOf(pool: ISessionPoolRef, construct: IConstruct): string[] {
  return TerraformStack.of(construct)
    .node.findAll()
    .filter((each): each is Rotation => ROTATED in each)
    .filter(rotation => isSameId(construct, rotation[ROTATED].sessionPoolId, pool.sessionPoolId))
    .map(dependable);
}
