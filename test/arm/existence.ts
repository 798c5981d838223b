import { ArmError } from './arm-error';
import type { ResourceId } from './resource-id';
import { parentOf, parseResourceId } from './resource-id';
import { resourceNotFound } from './resource-kind';
import type { ResourceStore } from './resource-store';
import type { Rules } from './rules';

const RESOURCE_GROUP_TYPE = 'Microsoft.Resources/resourceGroups';

/** What exists: the resources that are here, and those that a rule takes to exist elsewhere. */
export class Existence {
  private readonly declared = new Set<string>();

  constructor(
    private readonly store: ResourceStore,
    private readonly rules: () => Rules,
  ) {}

  /** Makes resources exist of which nothing else is known. */
  declare(ids: readonly string[]): void {
    ids.forEach(id => this.declared.add(keyOf(id)));
  }

  has(id: string): boolean {
    const key = keyOf(id);
    if (this.store.get(key)) return true;
    switch (this.rules().existing) {
      case 'anything':
        return true;
      case 'not-deleted':
        return !this.store.wasDeleted(key);
      case 'known':
        return this.declared.has(key);
    }
  }

  /** Refuses a write to a place that does not exist. */
  requirePlace(id: ResourceId): void {
    this.requireSubscription(id);
    this.requireResourceGroup(id);
    this.requireScope(id);
    this.requireParent(id);
  }

  /** source: ARM common deployment errors */
  requireResourceGroup({ subscriptionId, resourceGroup, type }: ResourceId): void {
    if (resourceGroup === undefined || type === RESOURCE_GROUP_TYPE) return;
    if (this.has(`/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`)) return;
    throw new ArmError(404, 'ResourceGroupNotFound', `Resource group '${resourceGroup}' could not be found.`);
  }

  /** source: ARM common deployment errors */
  private requireSubscription({ subscriptionId }: ResourceId): void {
    if (subscriptionId === '' || this.has(`/subscriptions/${subscriptionId}`)) return;
    throw new ArmError(404, 'SubscriptionNotFound', `The subscription '${subscriptionId}' could not be found.`);
  }

  /** source: ARM: what extends a resource that is not there is not found itself */
  private requireScope({ scope }: ResourceId): void {
    const extended = scope.includes('/providers/') ? parseResourceId(scope) : undefined;
    if (extended && !this.has(scope)) throw resourceNotFound(extended);
  }

  /** source: ARM common deployment errors */
  private requireParent(id: ResourceId): void {
    const parent = parentOf(id);
    if (parent === undefined || this.has(parent)) return;
    const { type } = id;
    throw new ArmError(
      404,
      'ParentResourceNotFound',
      `Failed to perform 'write' on resource(s) of type '${type.slice(type.indexOf('/') + 1)}', because the parent resource '${parent}' could not be found.`,
    );
  }
}

function keyOf(id: string): string {
  return id.replace(/\/+$/, '').toLowerCase();
}
