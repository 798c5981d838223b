import { Token, Tokenization } from 'cdktf';
import {
  COLLECTION_TOKEN,
  COLLECTION_TOKEN_START,
  isListToken,
  KEYS_OF_OTHER_OBJECTS,
  MAP_TOKEN_VALUES,
  NUMBER_CHARACTERS,
  NUMBER_TOKEN,
  NUMBER_TOKEN_START,
  SMALLEST_NUMBER,
  STRING_TOKEN,
  tokenOf,
  TOKEN_START,
} from './cdktf-internals';

const TOKEN_IN_TEXT = new RegExp(`${STRING_TOKEN}|${NUMBER_TOKEN}`, 'g');
const COLLECTION_TOKENS = new RegExp(COLLECTION_TOKEN, 'g');
/** Long runs of what may be a number are taken apart: cdktf reads them in a time that grows with the square of their length. */
const PIECE = new RegExp(`[^]*?[${NUMBER_CHARACTERS}]{128}|[^]+$`, 'g');
/** What Terraform or cdktf may take for something else than text. Terraform drops a byte order mark. */
const SPECIAL = new RegExp(`^\\ufeff|%\\{|\\$+|${COLLECTION_TOKEN_START}|(?<![${NUMBER_CHARACTERS}])${NUMBER_TOKEN_START}`, 'g');
/** Text without any of it, which is nearly all text, is its own template. */
const MAY_BE_SPECIAL = new RegExp(`[$\\ufeff]|%\\{|\\${TOKEN_START.replace('[', '\\[')}|-[\\d.]+[eE]|[${NUMBER_CHARACTERS}]{128}`);
/** Text without any of it has no token. */
const MAY_HAVE_TOKEN = new RegExp(`\\${TOKEN_START.replace('[', '\\[')}|${NUMBER_TOKEN}`);
/** What is put into an expression of its own, so that dollars before it would become an escape. */
const QUOTED_NEXT = new RegExp(`^(?:${COLLECTION_TOKEN_START}|${NUMBER_TOKEN_START})`);

interface Part {
  readonly text: string;
  readonly isToken: boolean;
}

/**
 * Text as a Terraform template that stands for exactly this text. Tokens in it are kept; everything else is literal,
 * also what looks like an expression, a directive or a token.
 *
 * | text | template |
 * | --- | --- |
 * | `${x}` and `%{if x}` | `$${x}` and `%%{if x}` |
 * | `${x}` beside a token | `${"$"}{x}` beside the token |
 * | `$` in front of a token | `${"$"}` and the token |
 * | `#{TfToken[x]}`, which is no token | `${"#"}{TfToken[x]}` |
 * | `-8.2e+298`, which is no token | `${"-"}8.2e+298` |
 * | `String Map Token Value` and nothing else | `${"S"}tring Map Token Value` |
 * | a byte order mark in front | `${"\\ufeff"}` |
 * | more than 128 digits in a row | an empty expression, `${""}`, after each 128 |
 */
export function escapeTemplate(text: string): string {
  if (!MAY_BE_SPECIAL.test(text) && !MAP_TOKEN_VALUES.includes(text)) {
    return text;
  }
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
  return typeof value === 'string' ? MAY_HAVE_TOKEN.test(value) && split(value).some(part => part.isToken) : exists(value);
}

/** Whether a token of a list or a map stands where it cannot: in text, or among other items or entries. */
export function hasCollectionToken(text: string): boolean {
  return (
    text.includes(TOKEN_START) && [...new Set(text.match(COLLECTION_TOKENS))].some(marker => exists([marker]) || exists({ [marker]: '' }))
  );
}

function escapeAny(value: unknown): unknown {
  if (typeof value === 'string') {
    return escapeTemplate(value);
  }
  if (typeof value !== 'object' || value === null || exists(value)) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(escapeAny);
  }
  const escaped: { [key: string]: unknown } = {};
  for (const [key, item] of Object.entries(value)) {
    escaped[escapeKey(key)] = escapeAny(item);
  }
  return escaped;
}

function escapeKey(key: string): string {
  return KEYS_OF_OTHER_OBJECTS.includes(key) ? quote('_') + key.slice(1) : escapeTemplate(key);
}

function split(text: string): Part[] {
  const parts: Part[] = [];
  const unknown = new Set<string>();
  let end = 0;
  for (const match of text.matchAll(TOKEN_IN_TEXT)) {
    const token = match[0].startsWith('$') ? match[0] : Number(match[0]);
    if (unknown.has(match[0]) || !(typeof token === 'string' ? tokenOf(token) : exists(token))) {
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
  if (!looksLikeToken(value)) {
    return false;
  }
  try {
    return Tokenization.reverse(value).length > 0;
  } catch {
    return false;
  }
}

/** Whether cdktf need be asked, which takes long and ends in an exception for a list of one object. */
function looksLikeToken(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return typeof value !== 'number' || !(value > SMALLEST_NUMBER);
  }
  if (Tokenization.isResolvable(value)) {
    return true;
  }
  if (Array.isArray(value)) {
    return value.length === 1 && isListToken(value[0]);
  }
  const [key, ...others] = Object.keys(value);
  return key !== undefined && others.length === 0 && key.includes(TOKEN_START);
}

function escapeLiteral(text: string, mixed: boolean, beforeToken: boolean): string {
  if (MAP_TOKEN_VALUES.includes(text) && !mixed) {
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
    if (rest.startsWith('{') && !mixed && !rest.startsWith(TOKEN_START)) {
      return `$${special}`;
    }
    return rest.startsWith('{') || QUOTED_NEXT.test(rest) || (beforeToken && rest === '') ? quote(special) : special;
  });
}

function quote(text: string): string {
  return `\${"${text}"}`;
}
