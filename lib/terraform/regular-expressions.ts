import { toHcl } from './hcl-expression';
import { escapeTemplate } from './templates';

/** What Terraform's regular expressions (RE2) do not have: lookarounds and references to groups. */
const NOT_IN_RE2 = /\(\?(?:[=!]|<[=!])|\\[1-9k]/;

const QUOTED = new WeakMap<RegExp, string>();

/** The condition that a value, an expression of Terraform, matches the patterns. */
export function matches(value: string, patterns: RegExp[]): string {
  return patterns.map(pattern => `can(regex(${quotedPattern(pattern)}, ${value}))`).join(' && ');
}

/** Rules have few patterns for many values. */
function quotedPattern(pattern: RegExp): string {
  const quoted = QUOTED.get(pattern) ?? toHcl(escapeTemplate(toRe2(pattern)));
  QUOTED.set(pattern, quoted);
  return quoted;
}

/**
 * A regular expression for Terraform. Its groups do not capture: Terraform's `regex` does not take named groups beside others.
 */
export function toRe2({ source, flags }: RegExp): string {
  if (NOT_IN_RE2.test(source)) {
    throw new Error(`/${source}/ has no form in RE2, which Terraform uses: write it without lookarounds and references`);
  }
  const translated = source.replace(/\\[^]|\[\^\]|\[(?:\\[^]|[^\]\\])*\]|\((?:\?:|\?<\w+>)?/g, part => {
    if (part === '[^]') {
      return '[\\s\\S]';
    }
    return part.startsWith('(') ? '(?:' : part.replaceAll('\\0', '\\x00').replaceAll('\\/', '/');
  });
  return flags.includes('i') ? `(?i)${translated}` : translated;
}
