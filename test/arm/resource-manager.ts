import { ArmError } from './arm-error';
import { canonicalBody } from './canonical-body';
import type { Json, JsonObject } from './json';
import { asObject, isObject, mergePatch } from './json';
import type { Operations } from './operations';
import { checkBody, propertyTree } from './property-tree';
import type { ResourceId } from './resource-id';
import { parseResourceId, splitPath } from './resource-id';
import type { ResourceKind, Write } from './resource-kind';
import { ResourceProviders } from './resource-providers';
import type { Resource } from './resource-store';
import { ResourceStore } from './resource-store';

export interface ArmRequest {
  readonly method: string;
  readonly path: string;
  readonly apiVersion?: string;
  readonly body?: Json;
  /** How the long-running operation that the request starts goes wrong. A request that starts none is made to. */
  readonly mishap?: { readonly failure: ArmError } | { readonly hangs: true };
}

export interface ArmAnswer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: JsonObject;
}

/** Azure Resource Manager without the wire: the verbs on resources. */
export class ResourceManager {
  readonly store = new ResourceStore();
  readonly providers = new ResourceProviders();

  constructor(
    private readonly kindOf: (type: string) => ResourceKind,
    readonly operations: Operations,
    private readonly origin: () => string,
  ) {}

  /** Throws an {@link ArmError} to refuse. */
  handle(request: ArmRequest): ArmAnswer {
    const { method, path } = request;
    const poll = this.operations.poll(path, this.origin());
    if (poll) return poll;
    const apiVersion = requireApiVersion(request);
    const provider = this.providers.handle(method, path);
    if (provider) return { status: 200, body: provider };

    const id = parseResourceId(path);
    if (!id) return method === 'POST' ? this.act(path, apiVersion) : this.list(path, apiVersion);
    const kind = this.kindOf(id.type);
    requireKnownVersion(kind, id, apiVersion);
    switch (method) {
      case 'GET':
        return { status: 200, body: kind.render(this.require(id, kind), apiVersion) };
      case 'PUT':
        return this.put(id, kind, apiVersion, request);
      case 'PATCH':
        return this.patch(id, kind, apiVersion, request);
      case 'DELETE':
        return this.delete(id, kind, apiVersion, request);
      default:
        throw new ArmError(405, 'MethodNotAllowed', `The method ${method} is not allowed.`);
    }
  }

  private put(id: ResourceId, kind: ResourceKind, apiVersion: string, request: ArmRequest): ArmAnswer {
    const existing = this.store.get(id);
    const { resource, operation } = this.write(id, kind, apiVersion, request, request.body);
    const status = existing ? 200 : kind.createdStatus(resource.body);
    // assumed: an update answers 200 with the header that a create has
    const headers = operation ? this.operations.headers(operation, 'operationStatuses', this.origin()) : {};
    return { status, headers, body: kind.render(resource, apiVersion) };
  }

  /** recorded: PATCH merges, and answers 202 with `Location` where a write is slow */
  private patch(id: ResourceId, kind: ResourceKind, apiVersion: string, request: ArmRequest): ArmAnswer {
    const existing = this.require(id, kind);
    const merged = mergePatch(existing.body, asObject(request.body));
    const { resource, operation } = this.write(id, kind, apiVersion, request, merged);
    return operation
      ? { status: 202, headers: this.operations.headers(operation, 'operationResults', this.origin()) }
      : { status: 200, body: kind.render(resource, apiVersion) };
  }

  /** recorded: DELETE of a session pool answers 202 with `Location`. source: ARM: 204 when there is nothing */
  private delete(id: ResourceId, kind: ResourceKind, apiVersion: string, request: ArmRequest): ArmAnswer {
    const resource = this.store.get(id);
    if (!resource) return { status: 204 };
    this.operations.cancel(id);
    if (!kind.deletesSlowly && !request.mishap) {
      this.store.delete(id);
      return { status: 200 };
    }
    resource.provisioningState = 'Deleting';
    const operation = this.start(
      resource,
      apiVersion,
      request,
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
    return { status: 202, headers: this.operations.headers(operation, 'operationResults', this.origin()) };
  }

  private write(
    id: ResourceId,
    kind: ResourceKind,
    apiVersion: string,
    request: ArmRequest,
    body: Json | undefined,
  ): { resource: Resource; operation?: string } {
    this.providers.requireRegistration(id);
    const existing = this.store.get(id);
    // assumed: the code
    if (existing?.provisioningState === 'Deleting') throw new ArmError(409, 'Conflict', `The resource '${id.name}' is being deleted.`);
    const write: Write = {
      id,
      apiVersion,
      body: readBody(id, kind, apiVersion, body),
      existing: existing && { ...existing },
      store: this.store,
    };
    const accepted = kind.accept(write);
    const slow = kind.writesSlowly?.(accepted) ?? false;
    const failure = kind.outcome?.(write, accepted);
    this.operations.cancel(id);
    const resource = this.store.write(id, apiVersion, accepted, slow || request.mishap ? 'InProgress' : 'Succeeded');
    if (!slow && !request.mishap) return { resource };
    const operation = this.start(
      resource,
      apiVersion,
      request,
      failure,
      reason => {
        resource.provisioningState = reason ? 'Failed' : 'Succeeded';
        resource.everSucceeded ||= !reason;
      },
      () => kind.render(resource, apiVersion),
    );
    return { resource, operation };
  }

  private start(
    { id, body }: Resource,
    apiVersion: string,
    { mishap }: ArmRequest,
    reason: ArmError | undefined,
    onEnd: (failure: ArmError | undefined) => void,
    result: () => JsonObject | undefined,
  ): string {
    const failure = mishap && 'failure' in mishap ? mishap.failure : reason;
    const hangs = mishap !== undefined && 'hangs' in mishap;
    return this.operations.start({ id, location: String(body.location ?? 'global'), apiVersion, failure, hangs, onEnd, result });
  }

  private act(path: string, apiVersion: string): ArmAnswer {
    const { parent, last } = splitPath(path);
    const id = parseResourceId(parent);
    const kind = id && this.kindOf(id.type);
    const action = kind?.actions?.(apiVersion)[last.toLowerCase()];
    if (!id || !kind || !action) throw new ArmError(404, 'NotFound', `The action '${last}' was not found.`);
    return { status: 200, body: action(this.require(id, kind)) };
  }

  /** source: ARM: `.../sessionPools` lists under a resource group, a subscription or a resource */
  private list(path: string, apiVersion: string): ArmAnswer {
    const sought = path.replace(/\/+$/, '').toLowerCase();
    const found = this.store.all().filter(({ id }) => {
      const collection = id.key.slice(0, id.key.lastIndexOf('/'));
      return collection === sought || collection.replace(/\/resourcegroups\/[^/]+/, '') === sought;
    });
    return { status: 200, body: { value: found.map(resource => this.kindOf(resource.id.type).render(resource, apiVersion)) } };
  }

  private require(id: ResourceId, kind: ResourceKind): Resource {
    const resource = this.store.get(id);
    if (!resource) throw kind.notFound(id);
    return resource;
  }
}

/** source: ARM */
function requireApiVersion({ apiVersion }: ArmRequest): string {
  if (!apiVersion) {
    throw new ArmError(400, 'MissingApiVersionParameter', 'The api-version query parameter (?api-version=) is required for all requests.');
  }
  return apiVersion;
}

/** source: ARM common deployment errors */
function requireKnownVersion(kind: ResourceKind, id: ResourceId, apiVersion: string): void {
  if (kind.apiVersions?.includes(apiVersion) ?? true) return;
  const [namespace, ...types] = id.type.split('/');
  throw new ArmError(
    400,
    'NoRegisteredProviderFound',
    `No registered resource provider found for API version '${apiVersion}' ` +
      `for type '${types.join('/')}' in namespace '${namespace}'. The supported api-versions are '${kind.apiVersions?.join(', ')}'.`,
  );
}

/** assumed: InvalidRequestContent and its words for a body that the property tree does not fit */
function readBody(id: ResourceId, kind: ResourceKind, apiVersion: string, body: Json | undefined): JsonObject {
  if (!isObject(body)) throw new ArmError(400, 'InvalidRequestContent', 'The request content was invalid: a JSON object is required.');
  const version = kind.schemaVersion?.(apiVersion) ?? apiVersion;
  const tree = propertyTree(id.type, version);
  if (!tree) return body;
  const mistakes = checkBody(id.type, version, body, { ignoreCase: true, reportReadOnly: false, reportNumericStrings: false }).filter(
    mistake => !kind.ignoredProperties?.test(mistake.replace(/ is not a known property$/, '')),
  );
  if (mistakes.length > 0) throw new ArmError(400, 'InvalidRequestContent', `The request content was invalid: ${mistakes.join('; ')}.`);
  return canonicalBody(tree, body);
}
