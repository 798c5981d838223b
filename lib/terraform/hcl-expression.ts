import type { IResolvable, IResolveContext } from 'cdktf';
import { DefaultTokenResolver, StringConcat, Token, Tokenization } from 'cdktf';
import { referenceWithin } from './known-references';

/** A value, tokens included, as a part of a Terraform expression. */
export function hcl(value: unknown): string {
  return Token.asString(new HclExpression(value));
}

/** A value as an HCL expression. cdktf's own HCL renderer turns lists inside untyped values into maps. */
export class HclExpression implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(private readonly value: unknown) {}

  public resolve({ scope, preparing }: IResolveContext): string {
    const reference = referenceWithin(scope, this.value);
    const resolver = new DefaultTokenResolver(new StringConcat());
    return this.render(reference === undefined ? Tokenization.resolve(this.value, { scope, resolver, preparing }) : `\${${reference}}`);
  }

  public toString(): string {
    return '[HclExpression]';
  }

  public toJSON(): string {
    return this.toString();
  }

  protected render(resolved: unknown): string {
    return toHcl(resolved);
  }
}

/** A list of references, or the keyword `all`, as HCL: not text. */
export class HclReferences extends HclExpression {
  protected render(resolved: unknown): string {
    const bare = (reference: unknown) => String(reference).replace(/^\$\{|\}$/g, '');
    return typeof resolved === 'string' ? bare(resolved) : `[${((resolved as unknown[] | undefined) ?? []).map(bare).join(', ')}]`;
  }
}

/** A JSON value, in which strings are Terraform templates, in HCL's native syntax. */
export function toHcl(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(toHcl).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    return `{\n${Object.entries(value)
      .map(([key, item]) => `${quoteTemplate(key)} = ${toHcl(item)}`)
      .join('\n')}\n}`;
  }
  return typeof value === 'string' ? quoteTemplate(value) : String(value);
}

/** A template in quotes: literal text is escaped, interpolations `${ }` and directives `%{ }` are left as they are. */
function quoteTemplate(template: string): string {
  if (!/[$%]\{/.test(template)) {
    return `"${quoteLiteral(template)}"`;
  }
  let result = '';
  let literal = '';
  for (let at = 0; at < template.length;) {
    const opener = template.slice(at, at + 3);
    if (opener === '$${' || opener === '%%{') {
      literal += opener;
      at += opener.length;
    } else if (/^[$%]\{/.test(opener)) {
      const end = endOfSequence(template, at + 2);
      result += quoteLiteral(literal) + template.slice(at, end);
      literal = '';
      at = end;
    } else {
      literal += template[at++];
    }
  }
  return `"${result}${quoteLiteral(literal)}"`;
}

/** HCL knows JSON's escapes but for these two. */
function quoteLiteral(text: string): string {
  const unknown: { [escape: string]: string } = { '\\b': '\\u0008', '\\f': '\\u000c' };
  const quoted = JSON.stringify(text).slice(1, -1);
  return quoted.includes('\\') ? quoted.replace(/\\./g, escape => unknown[escape] ?? escape) : quoted;
}

/** The index after the brace that closes the sequence whose content starts at `start`. */
function endOfSequence(template: string, start: number): number {
  let depth = 1;
  let inString = false;
  for (let at = start; at < template.length; at++) {
    const char = template[at];
    if (char === '\\' && inString) {
      at++;
    } else if (char === '"') {
      inString = !inString;
    } else if (!inString && char === '{') {
      depth++;
    } else if (!inString && char === '}' && --depth === 0) {
      return at + 1;
    }
  }
  return template.length;
}
