import { randomBytes } from 'node:crypto';

/** A request to the sessions API. */
export interface SessionRequest {
  readonly method: 'DELETE' | 'POST';
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: string;
}

/** What comes back, whatever the status is. */
export interface SessionResponse {
  readonly status: number;
  readonly body: string;
}

/** Sends a request. Another one than the default lets tests answer themselves. */
export type Transport = (request: SessionRequest) => Promise<SessionResponse>;

/** Where a pool is, as `endpoints.toEnvironmentVariables()` says, and how a token for it is got. */
export interface PoolAccess {
  readonly endpoint: string;
  readonly apiVersion: string;
  /** A token for the scope `https://dynamicsessions.io/.default`. */
  readonly token: () => Promise<string>;
  readonly transport?: Transport;
}

/** How a run ended: also one that failed is an answer. */
export interface RunResult {
  readonly succeeded: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** All sessions of the pool are in use. */
export class PoolFullError extends Error {}

const SUPPORTED = '2025-10-02-preview';
/** The longest that the service lets code run. */
const MOST_SECONDS = 220;

/** Sends requests over the network. */
export const overTheNetwork: Transport = async ({ method, url, headers, body }) => {
  const response = await fetch(url, { method, headers, body, signal: AbortSignal.timeout((MOST_SECONDS + 30) * 1000) });
  return { status: response.status, body: await response.text() };
};

/** An identifier that nobody can guess: 32 characters from the generator for keys. */
export function newIdentifier(): string {
  return randomBytes(16).toString('hex');
}

/** A session. Whoever has its identifier can use it, so it is kept secret. */
export class Session {
  private started = false;

  constructor(
    private readonly pool: PoolAccess,
    private readonly identifier = newIdentifier(),
  ) {
    if (pool.apiVersion !== SUPPORTED) {
      throw new Error(`this client speaks version ${SUPPORTED} of the sessions API, the pool is used with ${pool.apiVersion}`);
    }
  }

  /** Runs code in the language of the pool. The first run allocates the session. */
  async run(code: string, timeoutInSeconds = 60): Promise<RunResult> {
    const before = this.started;
    this.started = true;
    const body = { codeInputType: 'Inline', executionType: 'Synchronous', code, timeoutInSeconds };
    const response = await this.send('POST', 'executions', body);
    if (response.status === 404 || response.status === 429) {
      this.started = before;
      throw new PoolFullError(`the pool has no session left, or does not exist: it answered ${response.status}`);
    }
    if (response.status !== 200) throw new Error(`the run was refused with ${response.status}: ${response.body}`);
    const { status, result } = JSON.parse(response.body) as { status: string; result?: { stdout?: string; stderr?: string } };
    return { succeeded: status === 'Succeeded', stdout: result?.stdout ?? '', stderr: result?.stderr ?? '' };
  }

  /** Ends the session, which is billed until then, or until its cooldown is over. */
  async end(): Promise<void> {
    if (!this.started) return;
    const { status, body } = await this.send('DELETE', 'session');
    if (status !== 204 && status !== 200 && status !== 404) throw new Error(`the session was not ended: ${status} ${body}`);
  }

  private async send(method: SessionRequest['method'], path: string, body?: object): Promise<SessionResponse> {
    const { endpoint, apiVersion, token, transport = overTheNetwork } = this.pool;
    return transport({
      method,
      url: `${endpoint}/${path}?api-version=${apiVersion}&identifier=${this.identifier}`,
      headers: { authorization: `Bearer ${await token()}`, ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
  }
}

/** Does something with a session and ends it, however that goes. */
export async function withSession<T>(pool: PoolAccess, use: (session: Session) => Promise<T>): Promise<T> {
  const session = new Session(pool);
  try {
    return await use(session);
  } finally {
    await session.end();
  }
}
