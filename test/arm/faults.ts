/** What goes wrong. */
export type Fault =
  /** An error status instead of the real answer; the request has no effect. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: string;
      readonly message?: string;
      readonly retryAfterSeconds?: number;
    }
  /** The connection is closed without an answer; the request has no effect. */
  | { readonly kind: 'reset' }
  /** The request takes effect, then the connection is closed without an answer. */
  | { readonly kind: 'applied-then-reset' }
  /** The request takes effect, then an error status is answered. */
  | { readonly kind: 'applied-then-status'; readonly status: number; readonly code?: string; readonly message?: string }
  /** The write is accepted and its long-running operation ends as Failed. */
  | { readonly kind: 'async-failed'; readonly code?: string; readonly message?: string }
  /** The write is accepted and its long-running operation stays InProgress. */
  | { readonly kind: 'async-hang' }
  /** No answer at all until the server stops. */
  | { readonly kind: 'hang' }
  /** The real answer, late. */
  | { readonly kind: 'slow'; readonly milliseconds: number };

export interface Injection {
  readonly fault: Fault;

  /**
   * The method of the requests that fail.
   * @default - any
   */
  readonly method?: string;

  /**
   * The requests that fail: a part of their path without regard to case, or an expression that their path matches.
   * @default - any resource request; token requests never fail
   */
  readonly match?: string | RegExp;

  /**
   * How many requests fail.
   * @default 1
   */
  readonly times?: number;
}

export interface ActiveInjection {
  readonly injection: Injection;
  remaining: number;
}

export class Faults {
  private readonly active: ActiveInjection[] = [];

  /** The returned object counts down as requests fail. */
  inject(injection: Injection): ActiveInjection {
    const entry = { injection, remaining: injection.times ?? 1 };
    this.active.push(entry);
    return entry;
  }

  /** The fault of a request, used up by this call. */
  take(method: string, path: string): Fault | undefined {
    const entry = this.active.find(
      ({ injection, remaining }) => remaining > 0 && (injection.method ?? method) === method && matches(injection.match, path),
    );
    if (!entry) return undefined;
    entry.remaining -= 1;
    return entry.injection.fault;
  }
}

function matches(match: string | RegExp | undefined, path: string): boolean {
  if (match === undefined) return true;
  return typeof match === 'string' ? path.toLowerCase().includes(match.toLowerCase()) : match.test(path);
}
