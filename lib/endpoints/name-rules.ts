import { hasCollectionToken, isToken } from '../terraform/templates';
import { show } from '../validation/show';

/** What is wrong with a name that becomes a segment of a path. Clients and proxies take `.` and `..` for folders, however they are encoded. */
export function nameFailure(name: unknown): string | undefined {
  return (
    textFailure('name', name) ??
    (['', '.', '..'].includes(name as string) ? `name must not be empty, '.' or '..', got ${show(name)}` : undefined)
  );
}

/** What is wrong with text that becomes a part of a URL. */
export function textFailure(what: string, text: unknown): string | undefined {
  if (typeof text !== 'string') {
    return `${what} must be a string, got ${isToken(text) ? 'a token that is none' : show(text)}`;
  }
  if (hasCollectionToken(text)) {
    return `${what} must be a single string, got a list or map token`;
  }
  return /\p{Surrogate}/u.test(text) ? `${what} must be well-formed Unicode, got ${show(text)}` : undefined;
}
