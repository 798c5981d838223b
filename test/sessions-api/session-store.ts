import { randomUUID } from 'node:crypto';
import type { Interpreter, Run } from './interpreter';
import { Refusal } from './refusal';

/** A file in a session. */
export interface StoredFile {
  readonly path: string;
  readonly name: string;
  readonly content: Buffer;
}

/** A session of a pool. */
export interface StoredSession {
  readonly identifier: string;
  readonly createdAt: string;
  readonly files: Map<string, StoredFile>;
  readonly runs: Map<string, { run: Run; polls: number }>;
}

/** source: the documentation of session pools */
const IDENTIFIER = /^[A-Za-z0-9|\-&^%$#(){}[\];<>]{4,128}$/;

/** The sessions of a pool. */
export class SessionStore {
  readonly sessions = new Map<string, StoredSession>();

  constructor(
    private readonly max: number,
    /** source: the documentation says 404, published runs have seen 429 */
    private readonly fullStatus: 404 | 429,
    private readonly interpreter: Interpreter,
  ) {}

  /** The session with the identifier, allocated with the first request. */
  allocate(identifier: string | null): StoredSession {
    const known = this.sessions.get(checked(identifier));
    if (known) return known;
    if (this.sessions.size >= this.max) {
      throw new Refusal(this.fullStatus, 'SessionsExhausted', 'There are no more sessions in the pool.');
    }
    const session = { identifier: identifier!, createdAt: new Date().toISOString(), files: new Map(), runs: new Map() };
    this.sessions.set(session.identifier, session);
    return session;
  }

  find(identifier: string | null): StoredSession {
    const session = this.sessions.get(checked(identifier));
    if (!session) throw new Refusal(404, 'SessionWithIdentifierNotFound', 'There is no session with the identifier.');
    return session;
  }

  end(identifier: string | null): void {
    this.sessions.delete(this.find(identifier).identifier);
  }

  async run(session: StoredSession, code: string): Promise<Run & { readonly id: string }> {
    const run = await this.interpreter(code);
    const id = randomUUID();
    session.runs.set(id, { run, polls: 0 });
    return { ...run, id };
  }
}

function checked(identifier: string | null): string {
  if (identifier === null || !IDENTIFIER.test(identifier)) {
    throw new Refusal(400, 'SessionRequestValidationFailed', 'identifier must be 4 to 128 of the allowed characters.');
  }
  return identifier;
}
