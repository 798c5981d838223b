import { ArmError } from './arm-error';
import { echoed } from './echo';
import { Existence } from './existence';
import type { Json, JsonObject } from './json';
import { asObject, mergePatch } from './json';
import type { Operations } from './operations';
import { propertyTree } from './property-tree';
import type { ArmAnswer, ArmRequest, Settings, Target } from './request';
import { readBody, requireApiVersion, requireKnownVersion } from './request-checks';
import type { ResourceId } from './resource-id';
import { parentOf, parseResourceId, splitPath } from './resource-id';
import type { ResourceKind, Write } from './resource-kind';
import { ResourceProviders } from './resource-providers';
import type { Resource } from './resource-store';
import { ResourceStore } from './resource-store';

/** Azure Resource Manager without the wire: the verbs on resources. */
export class ResourceManager {
  readonly store = new ResourceStore();
  readonly providers = new ResourceProviders();
  readonly existence: Existence;

  constructor(
    private readonly kindOf: (type: string) => ResourceKind,
    readonly operations: Operations,
    private readonly settings: Settings,
  ) {
    this.existence = new Existence(this.store, () => settings.rules);
  }

  /** Throws an {@link ArmError} to refuse. */
  handle(request: ArmRequest): ArmAnswer {
    const { method, path } = request;
    const poll = this.operations.poll(path, this.settings.endpoint);
    if (poll) return poll;
    const apiVersion = requireApiVersion(request);
    const provider = this.providers.handle(method, path);
    if (provider) return { status: 200, body: provider };

    const id = parseResourceId(path);
    if (!id) return method === 'POST' ? this.act(path, apiVersion) : this.list(path, apiVersion);
    const kind = this.kindOf(id.type);
    requireKnownVersion(kind, id, apiVersion);
    const target: Target = { id, kind, apiVersion, request };
    switch (method) {
      case 'GET':
        return { status: 200, body: this.answer(this.require(target), target) };
      case 'PUT':
        return this.put(target);
      case 'PATCH':
        return this.patch(target);
      case 'DELETE':
        return this.delete(target);
      default:
        throw new ArmError(405, 'MethodNotAllowed', `The method ${method} is not allowed.`);
    }
  }

  /** The resources that somebody has created. */
  get created(): Resource[] {
    return this.store.all().filter(({ id }) => !this.kindOf(id.type).builtIn?.(id, this.store));
  }

  private put(target: Target): ArmAnswer {
    const existed = this.find(target) !== undefined;
    const { resource, operation } = this.write(target, target.request.body);
    const status = existed ? 200 : target.kind.createdStatus(resource.body);
    // assumed: a PUT of what exists answers 200, with the header of a create where it is slow
    const headers = operation ? this.operations.headers(operation, 'operationStatuses', this.settings.endpoint) : {};
    return { status, headers, body: this.answer(resource, target) };
  }

  /** recorded: PATCH merges, and answers 202 with `Location` where a write is slow */
  private patch(target: Target): ArmAnswer {
    const merged = mergePatch(this.require(target).body, asObject(target.request.body));
    const { resource, operation } = this.write(target, merged);
    return operation
      ? { status: 202, headers: this.operations.headers(operation, 'operationResults', this.settings.endpoint) }
      : { status: 200, body: this.answer(resource, target) };
  }

  /** recorded: DELETE of a session pool answers 202 with `Location`. source: ARM: 204 when there is nothing */
  private delete(target: Target): ArmAnswer {
    const { id, kind, request } = target;
    const resource = this.find(target);
    if (!resource) return { status: 204 };
    this.refuseBusy(target);
    const refusal = kind.refuseDelete?.(resource, this.store, this.settings.rules);
    if (refusal) throw refusal;
    this.operations.cancel(id);
    if (!kind.deletesSlowly && !request.mishap) {
      this.store.delete(id);
      return { status: 200 };
    }
    resource.provisioningState = 'Deleting';
    const operation = this.start(
      target,
      resource,
      undefined,
      failure => {
        if (failure) {
          resource.provisioningState = 'Failed';
        } else {
          this.store.delete(id);
        }
      },
      () => undefined,
    );
    return { status: 202, headers: this.operations.headers(operation, 'operationResults', this.settings.endpoint) };
  }

  private write(target: Target, body: Json | undefined): { resource: Resource; operation?: string } {
    const { id, kind, apiVersion, request } = target;
    this.providers.requireRegistration(id);
    this.existence.requirePlace(id);
    this.refuseBusy(target);
    const existing = this.find(target);
    // assumed: 409 Conflict for a PUT during a deletion, where operations are not in the way of others
    if (existing?.provisioningState === 'Deleting') throw new ArmError(409, 'Conflict', `The resource '${id.name}' is being deleted.`);
    const write: Write = {
      id,
      apiVersion,
      ...readBody(target, body),
      existing: existing && { ...existing },
      store: this.store,
      rules: this.settings.rules,
      exists: other => this.existence.has(other),
    };
    const accepted = kind.accept(write);
    const slow = kind.writesSlowly?.(accepted) ?? false;
    const failure = kind.outcome?.(write, accepted);
    if (failure && !slow) throw failure;
    this.operations.cancel(id);
    const resource = this.store.write(
      id,
      apiVersion,
      { body: accepted, sent: write.sent },
      slow || request.mishap ? 'InProgress' : 'Succeeded',
    );
    if (!slow && !request.mishap) return { resource };
    const operation = this.start(
      target,
      resource,
      failure,
      reason => {
        resource.provisioningState = reason ? 'Failed' : 'Succeeded';
        if (!reason) resource.active = resource.body;
      },
      () => this.answer(resource, target),
    );
    return { resource, operation };
  }

  private start(
    { id, apiVersion, request: { mishap } }: Target,
    { body }: Resource,
    reason: ArmError | undefined,
    onEnd: (failure: ArmError | undefined) => void,
    result: () => JsonObject | undefined,
  ): string {
    const failure = mishap && 'failure' in mishap ? mishap.failure : reason;
    const hangs = mishap !== undefined && 'hangs' in mishap;
    return this.operations.start({ id, location: String(body.location ?? 'global'), apiVersion, failure, hangs, onEnd, result });
  }

  /** Time passes with every refusal, as it does with every poll. */
  private refuseBusy({ id, kind }: Target): void {
    if (!this.settings.rules.refuseBusy || !this.operations.isRunning(id)) return;
    this.operations.advance(id);
    throw kind.busy?.(id) ?? anotherOperation(id);
  }

  private act(path: string, apiVersion: string): ArmAnswer {
    const { parent, last } = splitPath(path);
    const id = parseResourceId(parent);
    const kind = id && this.kindOf(id.type);
    const action = kind?.actions?.(apiVersion)[last.toLowerCase()];
    if (!id || !kind || !action) throw new ArmError(404, 'NotFound', `The action '${last}' was not found.`);
    return { status: 200, body: action(this.require({ id, kind })) };
  }

  /** source: ARM: `.../sessionPools` lists under a resource group, a subscription or a resource */
  private list(path: string, apiVersion: string): ArmAnswer {
    const sought = path.replace(/\/+$/, '').toLowerCase();
    const found = this.store.all().filter(({ id }) => {
      const collection = id.key.slice(0, id.key.lastIndexOf('/'));
      return collection === sought || collection.replace(/\/resourcegroups\/[^/]+/, '') === sought;
    });
    return { status: 200, body: { value: found.map(each => this.answer(each, { kind: this.kindOf(each.id.type), apiVersion })) } };
  }

  private answer(
    resource: Resource,
    { kind, apiVersion, request }: Pick<Target, 'kind' | 'apiVersion'> & { request?: ArmRequest },
  ): JsonObject {
    const tree = propertyTree(resource.id.type, kind.schemaVersion?.(apiVersion) ?? apiVersion);
    const rendered = kind.render(resource, apiVersion, request?.query ?? new URLSearchParams());
    return echoed(rendered, this.settings.echo, { sent: resource.sent, tree });
  }

  private find({ id, kind }: Pick<Target, 'id' | 'kind'>): Resource | undefined {
    return this.store.get(id) ?? this.builtIn(id, kind);
  }

  private builtIn(id: ResourceId, kind: ResourceKind): Resource | undefined {
    const parent = parentOf(id);
    const body = parent && !this.existence.has(parent) ? undefined : kind.builtIn?.(id, this.store);
    if (!body) return undefined;
    const createdAt = new Date(0).toISOString();
    return { id, createdAt, modifiedAt: createdAt, apiVersion: '', body, sent: body, provisioningState: 'Succeeded', active: body };
  }

  private require(target: Pick<Target, 'id' | 'kind'>): Resource {
    const resource = this.find(target);
    if (resource) return resource;
    this.existence.requireResourceGroup(target.id);
    throw target.kind.notFound(target.id);
  }
}

/** assumed: 409 AnotherOperationInProgress, as of the network provider, for a type whose answer to a write during an operation nobody has quoted */
function anotherOperation({ name }: ResourceId): ArmError {
  return new ArmError(409, 'AnotherOperationInProgress', `Another operation on the resource '${name}' is in progress.`);
}
