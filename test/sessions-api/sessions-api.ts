import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Interpreter } from './interpreter';
import { parrot } from './interpreter';
import type { Answer } from './operations';
import { OPERATIONS } from './operations';
import { Refusal } from './refusal';
import { SessionStore } from './session-store';

export interface SessionsApiOptions {
  /**
   * How many sessions each pool can have.
   * @default 10
   */
  readonly maxConcurrentSessions?: number;

  /**
   * How a full pool answers.
   * @default 404
   */
  readonly fullStatus?: 404 | 429;

  /**
   * What runs the code.
   * @default - a parrot
   */
  readonly interpreter?: Interpreter;

  /**
   * Whether there is a pool with the ARM ID.
   * @default - there are all
   */
  readonly exists?: (sessionPoolId: string) => boolean;
}

/** A request as it arrived. */
export interface SessionsApiRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  status?: number;
}

const CODE_INTERPRETER = /^(\/subscriptions\/[^/]+\/resourceGroups\/[^/]+)(\/sessionPools\/[^/]+)\/(.+)$/;
const CUSTOM_CONTAINER = /^()(\/custom\/[^/]+)\/(\.management\/.+)$/;

/**
 * A stand-in for the API of sessions: HTTP on the loopback interface. It refuses what the service refuses: a request without a token, an identifier
 * or a body of the version, and sessions beyond the limit of the pool.
 */
export class SessionsApi {
  static async start(options: SessionsApiOptions = {}): Promise<SessionsApi> {
    const api = new SessionsApi(options);
    await new Promise<void>(resolve => api.server.listen(0, '127.0.0.1', resolve));
    return api;
  }

  readonly token = 'local-token-for-sessions';

  /** Every request in the order of arrival. */
  readonly requests: SessionsApiRequest[] = [];

  private readonly server: Server;
  private readonly stores = new Map<string, SessionStore>();

  private constructor(private readonly options: SessionsApiOptions) {
    this.server = createServer((request, response) => {
      this.serve(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
    });
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The endpoint of a code interpreter pool. */
  endpoint(name = 'pool'): string {
    return `${this.origin}/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/sessionPools/${name}`;
  }

  /** The endpoint of a custom container pool, which has a host of its own in Azure. */
  customEndpoint(name = 'pool'): string {
    return `${this.origin}/custom/${name}`;
  }

  /** The sessions that there are in the pool with the endpoint. */
  sessionsOf(endpoint: string): string[] {
    return [...this.storeOf(new URL(endpoint).pathname).sessions.keys()];
  }

  /** Starts a session, as a request that is forwarded to a container does. */
  allocate(endpoint: string, identifier: string): void {
    this.storeOf(new URL(endpoint).pathname).allocate(identifier);
  }

  /** Starts sessions of others. */
  fill(endpoint: string, count = this.options.maxConcurrentSessions ?? 10): void {
    for (let index = 0; index < count; index++) this.allocate(endpoint, `session-of-others-${index}`);
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>(resolve => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  private storeOf(path: string): SessionStore {
    const { maxConcurrentSessions = 10, fullStatus = 404, interpreter = parrot } = this.options;
    const store = this.stores.get(path) ?? new SessionStore(maxConcurrentSessions, fullStatus, interpreter);
    this.stores.set(path, store);
    return store;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const log: SessionsApiRequest = { method: request.method ?? 'GET', url: request.url ?? '/', body: body.toString() };
    this.requests.push(log);
    const answer = await this.answer(log, request, body).catch((error: unknown): Answer => {
      if (error instanceof Refusal) return { status: error.status, body: error.toBody() };
      throw error;
    });
    log.status = answer.status;
    const isBytes = Buffer.isBuffer(answer.body);
    response.writeHead(answer.status, { 'content-type': isBytes ? 'application/octet-stream' : 'application/json; charset=utf-8' });
    response.end(isBytes ? answer.body : answer.body && JSON.stringify(answer.body));
  }

  private async answer({ method, url }: SessionsApiRequest, request: IncomingMessage, body: Buffer): Promise<Answer> {
    if (request.headers.authorization !== `Bearer ${this.token}`) {
      throw new Refusal(401, 'Unauthorized', 'The token is missing or not for this audience.');
    }
    const { pathname, searchParams: query } = new URL(url, this.origin);
    const [, scope, pool, path] = CODE_INTERPRETER.exec(pathname) ?? CUSTOM_CONTAINER.exec(pathname) ?? [];
    const id = `${scope}/providers/Microsoft.App${pool}`;
    if (path === undefined || this.options.exists?.(id) === false) throw new Refusal(404, 'SessionPoolNotFound', 'There is no such pool.');
    const version = query.get('api-version') ?? '';
    const operations = OPERATIONS[version];
    if (!operations) throw new Refusal(400, 'SessionRequestValidationFailed', `There is no api-version '${version}'.`);
    for (const [route, operation] of Object.entries(operations)) {
      const [routeMethod, pattern] = route.split(' ');
      const [, name] = new RegExp(`^${pattern.replace('.', '\\.').replace('{name}', '([^/]+)')}(?:)()$`).exec(path) ?? [];
      if (name === undefined || routeMethod !== method) continue;
      const contentType = request.headers['content-type'] ?? '';
      return operation({ method, path, query, contentType, body }, this.storeOf(`${scope}${pool}`), decodeURIComponent(name));
    }
    throw new Refusal(404, 'SessionRequestNotSupported', `There is no ${method} ${path} in '${version}'.`);
  }
}
