import { Token, Tokenization } from 'cdktf';

const STRING_TOKEN = '\\$\\{TfToken\\[[\\w:.-]+\\]\\}';
/** A number token in text looks like `-8.1095622125913805e+298`. */
const NUMBER_TOKEN = '-8\\.\\d+[eE]\\+?298';
const TOKEN_IN_TEXT = new RegExp(`${STRING_TOKEN}|${NUMBER_TOKEN}`, 'g');
const COLLECTION_TOKEN = /[#&]\{TfToken\[[\w:.-]+\]\}/g;
/** cdktf looks for numbers in text in a time that grows with the square of such a run. */
const PIECE = /[^]*?[-|\d.+]{128}|[^]+$/g;
/** What Terraform or cdktf may take for something else than text. Terraform drops a byte order mark. */
const SPECIAL = /^\ufeff|%\{|\$+|[#&](?=\{TfToken\[)|(?<![-|\d.+])-(?=[\d.]+e)/g;
/** What is put into an expression of its own, so that dollars before it would become an escape. */
const QUOTED_NEXT = /^(?:[#&]\{TfToken\[|-[\d.]+e)/;
const COLLECTION_VALUES = [Token.STRING_MAP_TOKEN_VALUE, Token.ANY_MAP_TOKEN_VALUE];
/** Keys with which an object is no plain object any more, or one that cdktf takes for a construct. */
const OBJECT_KEYS = ['__proto__', '_children'];

interface Part {
  readonly text: string;
  readonly isToken: boolean;
}

/**
 * Text as a Terraform template that stands for exactly this text. Tokens in it are kept; everything else is literal,
 * also what looks like an expression, a directive or a token.
 */
export function escapeTemplate(text: string): string {
  const parts = split(text);
  const mixed = parts.some(({ isToken: token }) => token);
  return parts.map((part, index) => (part.isToken ? part.text : escapeLiteral(part.text, mixed, parts[index + 1] !== undefined))).join('');
}

/** All text in a value, in keys as well. Tokens are kept. */
export function escapeTemplates<T>(value: T): T {
  return escapeAny(value) as T;
}

/** Whether the value is a token, or text with one in it, that cdktf knows. What only looks like one is not. */
export function isToken(value: unknown): boolean {
  return typeof value === 'string' ? split(value).some(part => part.isToken) : exists(value);
}

/** Whether a token of a list or a map stands where it cannot: in text, or among other items or entries. */
export function hasCollectionToken(text: string): boolean {
  return [...new Set(text.match(COLLECTION_TOKEN))].some(marker => exists([marker]) || exists({ [marker]: '' }));
}

function escapeAny(value: unknown): unknown {
  if (typeof value === 'string') {
    return escapeTemplate(value);
  }
  if (typeof value !== 'object' || value === null || exists(value)) {
    return value;
  }
  return Array.isArray(value)
    ? value.map(escapeAny)
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeKey(key), escapeAny(item)]));
}

function escapeKey(key: string): string {
  return OBJECT_KEYS.includes(key) ? quote('_') + key.slice(1) : escapeTemplate(key);
}

function split(text: string): Part[] {
  const parts: Part[] = [];
  const unknown = new Set<string>();
  let end = 0;
  for (const match of text.matchAll(TOKEN_IN_TEXT)) {
    const token = match[0].startsWith('$') ? match[0] : Number(match[0]);
    if (unknown.has(match[0]) || !exists(token)) {
      unknown.add(match[0]);
    } else {
      parts.push({ text: text.slice(end, match.index), isToken: false });
      parts.push({ text: typeof token === 'string' ? token : Token.asString(Tokenization.reverseNumber(token)), isToken: true });
      end = match.index + match[0].length;
    }
  }
  parts.push({ text: text.slice(end), isToken: false });
  return parts.filter(part => part.text !== '');
}

function exists(value: unknown): boolean {
  try {
    return Tokenization.reverse(value).length > 0;
  } catch {
    return false;
  }
}

function escapeLiteral(text: string, mixed: boolean, beforeToken: boolean): string {
  if (COLLECTION_VALUES.includes(text) && !mixed) {
    return quote(text[0]) + text.slice(1);
  }
  const pieces = text.match(PIECE) ?? [];
  return pieces.map((piece, index) => escapePiece(piece, mixed, beforeToken && index === pieces.length - 1)).join(quote(''));
}

/**
 * cdktf takes `${` for the start of an expression that reaches to the next brace, tokens included, and Terraform takes
 * `$` before a token for an escape. Beside tokens, dollars are therefore put into expressions of their own.
 */
function escapePiece(text: string, mixed: boolean, beforeToken: boolean): string {
  return text.replace(SPECIAL, (special: string, index: number) => {
    const rest = text.slice(index + special.length);
    if (special === '%{') {
      return '%%{';
    }
    if (special === '-') {
      return Token.isUnresolved(parseFloat(text.slice(index))) ? quote(special) : special;
    }
    if (!special.startsWith('$')) {
      return quote(special);
    }
    if (rest.startsWith('{') && !mixed && !rest.startsWith('{TfToken[')) {
      return `$${special}`;
    }
    return rest.startsWith('{') || QUOTED_NEXT.test(rest) || (beforeToken && rest === '') ? quote(special) : special;
  });
}

function quote(text: string): string {
  return `\${"${text}"}`;
}
