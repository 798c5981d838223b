import { randomUUID } from 'node:crypto';
import { ArmError } from './arm-error';
import type { JsonObject } from './json';
import { normalizedLocation } from './locations';
import type { ResourceId } from './resource-id';

export interface OperationPlan {
  readonly id: ResourceId;
  readonly location: string;
  readonly apiVersion: string;
  /** Why it fails; it succeeds if left out. */
  readonly failure?: ArmError;
  /** Whether it never ends. */
  readonly hangs?: boolean;
  /** Runs once, when it ends. */
  readonly onEnd: (failure: ArmError | undefined) => void;
  /** What `Location` answers at the end; nothing for a delete. */
  readonly result: () => JsonObject | undefined;
}

export interface OperationAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: JsonObject;
}

interface Operation extends OperationPlan {
  readonly name: string;
  readonly startTime: string;
  remainingPolls: number;
  state: 'InProgress' | 'Succeeded' | 'Failed';
}

const PATH = /\/providers\/[^/]+\/locations\/[^/]+\/(operationStatuses|operationResults)\/([^/]+)$/i;

/** Long-running operations. They end after a number of polls, so that tests do not depend on time. */
export class Operations {
  private readonly operations = new Map<string, Operation>();

  constructor(
    private readonly polls: number,
    private readonly pollMilliseconds: number,
  ) {}

  start(plan: OperationPlan): string {
    const family = plan.id.type.split('/')[1];
    // recorded: operationStatuses/{base64 of sessionPools:<guid>}
    const name = Buffer.from(`${family}:${randomUUID()}`).toString('base64');
    this.operations.set(name, { ...plan, name, startTime: new Date().toISOString(), remainingPolls: this.polls, state: 'InProgress' });
    return name;
  }

  /** recorded: PUT CustomContainer answers `azure-asyncoperation` and the header of its time limit; DELETE and PATCH answer `Location` */
  headers(name: string, kind: 'operationStatuses' | 'operationResults', origin: string): Record<string, string> {
    const operation = this.operations.get(name);
    if (!operation) return {};
    const { id, location, apiVersion } = operation;
    const namespace = id.type.split('/')[0];
    const url = `${origin}/subscriptions/${id.subscriptionId}/providers/${namespace}/locations/${normalizedLocation(location)}/${kind}/${name}?api-version=${apiVersion}`;
    return kind === 'operationStatuses'
      ? { 'azure-asyncoperation': `${url}&azureAsyncOperation=true`, 'x-ms-async-operation-timeout': 'PT30M', ...this.retryAfter() }
      : { location: url, ...this.retryAfter() };
  }

  /** The answer to a poll, `undefined` if the path is not one of an operation. */
  poll(path: string, origin: string): OperationAnswer | undefined {
    const [, kind, name] = PATH.exec(path) ?? [];
    if (!kind) return undefined;
    const operation = this.operations.get(decodeURIComponent(name));
    if (!operation) throw new ArmError(404, 'NotFound', `The operation '${name}' was not found.`);
    pass(operation);
    return kind.toLowerCase() === 'operationstatuses' ? this.status(operation) : this.result(operation, origin);
  }

  isRunning(id: ResourceId): boolean {
    return this.runningOf(id) !== undefined;
  }

  /** Lets as much time pass for the operation of a resource as a poll does. */
  advance(id: ResourceId): void {
    const operation = this.runningOf(id);
    if (operation) pass(operation);
  }

  /** Ends all that can end, as time does; on demand also what hangs. */
  endAll(hanging = false): void {
    for (const operation of this.operations.values()) {
      if (operation.state === 'InProgress' && (hanging || !operation.hangs)) end(operation);
    }
  }

  /** Forgets what is going on with a resource: something else takes its place. */
  cancel(id: ResourceId): void {
    for (const operation of this.operations.values()) {
      if (operation.id.key === id.key && operation.state === 'InProgress') operation.state = 'Failed';
    }
  }

  private runningOf(id: ResourceId): Operation | undefined {
    return [...this.operations.values()].find(operation => operation.id.key === id.key && operation.state === 'InProgress');
  }

  /** recorded: 200 `{id,name,status:"InProgress",startTime}` */
  private status({ id, name, location, state, startTime, failure }: Operation): OperationAnswer {
    const namespace = id.type.split('/')[0];
    return {
      status: 200,
      headers: state === 'InProgress' ? this.retryAfter() : {},
      body: {
        id: `/subscriptions/${id.subscriptionId}/providers/${namespace}/locations/${normalizedLocation(location)}/operationStatuses/${name}`,
        name,
        status: state,
        startTime,
        ...(state === 'Failed' && failure?.toBody()),
      },
    };
  }

  /** recorded: 202 with an empty body while it goes on. assumed: 204 at the end of a deletion */
  private result(operation: Operation, origin: string): OperationAnswer {
    if (operation.state === 'InProgress') {
      return { status: 202, headers: this.headers(operation.name, 'operationResults', origin) };
    }
    if (operation.failure) return { status: operation.failure.status, headers: {}, body: operation.failure.toBody() };
    const body = operation.result();
    return { status: body ? 200 : 204, headers: {}, body };
  }

  /** assumed: a retry-after in milliseconds too, which Azure's SDKs prefer: it keeps tests quick */
  private retryAfter(): Record<string, string> {
    return {
      'retry-after': String(Math.max(1, Math.ceil(this.pollMilliseconds / 1000))),
      'x-ms-retry-after-ms': String(this.pollMilliseconds),
    };
  }
}

/** One look at an operation: it ends once there were enough. */
function pass(operation: Operation): void {
  if (operation.state === 'InProgress' && !operation.hangs && operation.remainingPolls-- <= 0) end(operation);
}

function end(operation: Operation): void {
  operation.state = operation.failure ? 'Failed' : 'Succeeded';
  operation.onEnd(operation.failure);
}
