import type { Expression } from './expression-tree';
import { all, entryOf, NOTHING } from './expression-tree';
import { callOf, textOf } from './function-calls';

const IDENTIFIER = /[A-Za-z_][\w-]*/y;
const NUMBER = /\d+(\.\d+)?([eE][+-]?\d+)?/y;
const SPACE = /(?:\s|#[^\n]*(?:\n|$)|\/\/[^\n]*(?:\n|$)|\/\*[^]*?\*\/)*/y;
const INDEX = /\d+/y;
const OPERATOR = /==|!=|<=|>=|&&|\|\||[-+*/%<>]/y;
const ESCAPES: { readonly [escape: string]: string } = { n: '\n', r: '\r', t: '\t' };
const WORDS = ['true', 'false', 'null'];
/** A brace that is escaped in a template, and what it stands for. */
const ESCAPED = /\$\$\{|%%\{/y;

/** Text that is no template or no expression that can be read. */
export class UnreadableExpression extends Error {}

/** A template of Terraform: text with `${ }` in it. Throws where it cannot be read. */
export function parseTemplate(template: string): Expression {
  return new Parser(template).template();
}

class Parser {
  private at = 0;
  /** What the variables of `for` stand for. */
  private bound: { readonly [name: string]: Expression } = {};

  constructor(private readonly source: string) {}

  /** A template up to its end, or up to the quote that ends it. */
  public template(quoted = false): Expression {
    const parts: Expression[] = [];
    let text = '';
    while (this.at < this.source.length && !(quoted && this.source[this.at] === '"')) {
      const escaped = this.matchHere(ESCAPED);
      if (escaped) {
        text += escaped.slice(1);
      } else if (this.takeHere('${~') || this.takeHere('${')) {
        parts.push(...literal(text), this.interpolation());
        text = '';
      } else if (this.takeHere('%{')) {
        throw new UnreadableExpression();
      } else {
        text += quoted ? this.character() : this.source[this.at++];
      }
    }
    return all([...parts, ...literal(text)]);
  }

  private interpolation(): Expression {
    const expression = this.expression();
    this.take('~');
    this.need('}');
    return expression;
  }

  private expression(): Expression {
    const condition = this.operation();
    if (!this.take('?')) {
      return condition;
    }
    const yes = this.expression();
    this.need(':');
    return { kind: 'any', parts: [yes, this.expression()] };
  }

  private operation(): Expression {
    const operands = [this.operand()];
    while (this.match(OPERATOR)) {
      operands.push(this.operand());
    }
    return all(operands);
  }

  private operand(): Expression {
    while (this.take('!') || this.take('-')) {
      continue;
    }
    let value = this.primary();
    for (;;) {
      if (this.take('...')) {
        continue;
      } else if (this.take('.')) {
        value = entryOf(value, this.take('*') ? undefined : (this.match(IDENTIFIER) ?? this.required(INDEX)));
      } else if (this.take('[')) {
        value = entryOf(value, this.take('*') ? undefined : textOf(this.expression()));
        this.need(']');
      } else {
        return value;
      }
    }
  }

  private primary(): Expression {
    if (this.take('"')) {
      const text = this.template(true);
      this.need('"');
      return text.kind === 'all' && text.parts.length === 0 ? { kind: 'text', text: '' } : text;
    }
    if (this.take('(')) {
      const [expression] = this.list(')');
      return expression;
    }
    if (this.take('[')) {
      return this.loop(']') ?? { kind: 'collection', entries: this.list(']').map((item, index) => [`${index}`, item]) };
    }
    if (this.take('{')) {
      return this.loop('}') ?? this.object();
    }
    const number = this.match(NUMBER);
    return number === undefined ? this.named(this.required(IDENTIFIER)) : { kind: 'text', text: number };
  }

  private named(name: string): Expression {
    if (this.take('(')) {
      return callOf(name, this.list(')'));
    }
    if (WORDS.includes(name)) {
      return name === 'null' ? NOTHING : { kind: 'text', text: name };
    }
    return Object.hasOwn(this.bound, name) ? this.bound[name] : { kind: 'reference', path: [name] };
  }

  private object(): Expression {
    const entries: Array<[string | undefined, Expression]> = [];
    while (!this.take('}')) {
      const word = this.match(IDENTIFIER);
      const key = word ?? textOf(this.expression());
      if (!this.take('=')) {
        this.need(':');
      }
      entries.push([key, this.expression()]);
      this.take(',');
    }
    return { kind: 'collection', entries };
  }

  /** `for` behind the bracket that opens a list or a map. */
  private loop(end: string): Expression | undefined {
    if (!this.match(/for(?=\s)/y)) {
      return undefined;
    }
    const names = [this.required(IDENTIFIER)];
    while (this.take(',')) {
      names.push(this.required(IDENTIFIER));
    }
    this.required(/in(?=\s)/y);
    const items = entryOf(this.expression(), undefined);
    const outer = this.bound;
    this.bound = { ...outer, ...Object.fromEntries(names.map(name => [name, items])) };
    this.need(':');
    const first = this.expression();
    const value = this.take('=>') ? this.expression() : first;
    this.take('...');
    if (this.match(/if(?=\s)/y)) {
      this.expression();
    }
    this.bound = outer;
    this.need(end);
    return { kind: 'collection', entries: [[undefined, value]] };
  }

  private list(end: string): Expression[] {
    const items: Expression[] = [];
    while (!this.take(end)) {
      items.push(this.expression());
      this.take('...');
      if (!this.take(',')) {
        this.need(end);
        break;
      }
    }
    return items;
  }

  /** A character in quotes. */
  private character(): string {
    const character = this.source[this.at++];
    const escape = character === '\\' ? (this.source[this.at++] ?? '') : undefined;
    return escape === undefined ? character : (ESCAPES[escape] ?? escape);
  }

  /** Takes the text where it is next, after space. */
  private take(text: string): boolean {
    this.matchHere(SPACE);
    return this.takeHere(text);
  }

  private takeHere(text: string): boolean {
    const found = this.source.startsWith(text, this.at);
    if (found) {
      this.at += text.length;
    }
    return found;
  }

  private need(text: string): void {
    if (!this.take(text)) {
      throw new UnreadableExpression();
    }
  }

  private match(pattern: RegExp): string | undefined {
    this.matchHere(SPACE);
    return this.matchHere(pattern);
  }

  private required(pattern: RegExp): string {
    const found = this.match(pattern);
    if (found === undefined) {
      throw new UnreadableExpression();
    }
    return found;
  }

  private matchHere(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }
}

function literal(text: string): Expression[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}
