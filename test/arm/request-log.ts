import type { Json } from './json';

/** A request as it arrived, null included, and the status it was answered with. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly apiVersion?: string;
  readonly query: URLSearchParams;
  readonly headers: { readonly [name: string]: string };
  readonly body?: Json;
  /** Missing while there is no answer, and for ever if the connection is closed instead. */
  status?: number;
}

/** The headers of a request without its token. */
export function loggedHeaders(headers: { readonly [name: string]: string | string[] | undefined }): { [name: string]: string } {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name !== 'authorization')
      .map(([name, value]) => [name, String(value)]),
  );
}
