import type { JsonObject } from './json';
import type { ResourceId } from './resource-id';

export type ProvisioningState = 'InProgress' | 'Succeeded' | 'Failed' | 'Deleting';

/** A resource as it was accepted: with everything that answers leave out, secrets too. */
export interface Resource {
  readonly id: ResourceId;
  readonly createdAt: string;
  apiVersion: string;
  body: JsonObject;
  /** The body as it was last sent: null where null was sent. */
  sent: JsonObject;
  provisioningState: ProvisioningState;
  modifiedAt: string;
  /** The body of the last write that has succeeded; nothing until one has. */
  active?: JsonObject;
}

export class ResourceStore {
  private readonly resources = new Map<string, Resource>();
  private readonly deleted = new Set<string>();

  get(id: ResourceId | string): Resource | undefined {
    return this.resources.get(typeof id === 'string' ? id.toLowerCase() : id.key);
  }

  all(): Resource[] {
    return [...this.resources.values()];
  }

  /** Whether something was here and is not any more. */
  wasDeleted(key: string): boolean {
    return this.deleted.has(key);
  }

  write(
    id: ResourceId,
    apiVersion: string,
    { body, sent }: Pick<Resource, 'body' | 'sent'>,
    provisioningState: ProvisioningState,
  ): Resource {
    const existing = this.get(id);
    const now = new Date().toISOString();
    const resource: Resource = {
      id: existing?.id ?? id,
      createdAt: existing?.createdAt ?? now,
      apiVersion,
      body,
      sent,
      provisioningState,
      modifiedAt: now,
      active: provisioningState === 'Succeeded' ? body : existing?.active,
    };
    this.resources.set(id.key, resource);
    this.deleted.delete(id.key);
    return resource;
  }

  /** Removes a resource with all that stands under it. */
  delete(id: ResourceId): boolean {
    const existed = this.resources.has(id.key);
    for (const key of [...this.resources.keys()]) {
      if (key === id.key || key.startsWith(`${id.key}/`)) {
        this.resources.delete(key);
        this.deleted.add(key);
      }
    }
    return existed;
  }
}
