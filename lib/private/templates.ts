import { Token, Tokenization } from 'cdktf';

const MARKER = /[$#&]\{TfToken\[[^\]]*\]\}/g;

/**
 * Literal text as a Terraform template: `${` and `%{` are escaped, cdktf tokens are kept.
 */
export function escapeTemplate(text: string): string {
  const escape = (literal: string) => literal.replace(/[$%]\{/g, opener => `${opener[0]}${opener}`);
  let result = '';
  let end = 0;
  for (const match of text.matchAll(MARKER)) {
    result += escape(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + escape(text.slice(end));
}

/** Text in a list, unless the list itself is a token. */
export function escapeList(texts: string[]): string[] {
  return Token.isUnresolved(texts) ? texts : texts.map(escapeTemplate);
}

/** Text in the keys and values of a map, unless the map itself is a token. */
export function escapeMap(texts: { [key: string]: string }): { [key: string]: string } {
  return Token.isUnresolved(texts)
    ? texts
    : Object.fromEntries(Object.entries(texts).map(([key, value]) => [escapeTemplate(key), escapeTemplate(value)]));
}

/** Text that cdktf would take for a token that does not exist, or cannot hold in a string. */
export function imitatesToken(text: string): boolean {
  return [...text.matchAll(MARKER)].some(([marker]) => !marker.startsWith('${') || !isKnownToken(marker))
    || text === Token.STRING_MAP_TOKEN_VALUE
    || text === Token.ANY_MAP_TOKEN_VALUE;
}

function isKnownToken(marker: string): boolean {
  try {
    return Tokenization.reverseString(marker).tokens.length === 1;
  } catch {
    return false;
  }
}
