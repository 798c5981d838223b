import { CollectedFindings } from './collected-findings';
import { kindOf } from './objects';
import { show } from './show';
import { operand } from '../terraform/plan-time-checks';
import { isAttribute } from '../terraform/references';
import { matches } from '../terraform/regular-expressions';
import { escapeTemplate, escapeTemplates, hasCollectionToken, isToken } from '../terraform/templates';

export { show } from './show';

/** ARM takes whole numbers of 32 bits. */
const LARGEST_INTEGER = 2_147_483_647;

const BEYOND_ASCII = /[^\0-\x7f]/;

interface IntegerRule {
  readonly min: number;
  readonly max?: number;
  readonly unit?: string;
}

interface TextRule {
  /** What it must match, in the subset of regular expressions that Terraform has too: without lookarounds. */
  readonly pattern: RegExp;
  /** What it must match as well. */
  readonly and?: RegExp;
  /** The same in words, after `must`. */
  readonly rule: string;
  readonly hint?: string;
  /** An attribute of resources that has it already, so that Terraform need not check it. */
  readonly attribute?: string;
  /** What is shown of the text. */
  readonly mask?: (text: string) => string;
}

/**
 * The checks of types that all rules use. Each adds what is wrong to the findings and says whether there is a literal of the right type to look
 * at further: tokens are skipped, or left to Terraform, and a value that is not given is no failure.
 */
export class Findings extends CollectedFindings {
  /** The same checks for what may be, or hold, a secret: messages do not show it. */
  public get hidden(): Findings {
    return new HiddenFindings(this);
  }

  /** A value that has no default. */
  public required(prop: string, value: unknown, what: string): boolean {
    if (isAbsent(value)) {
      this.error(`${prop} must be given: ${what}`);
      return false;
    }
    return true;
  }

  /** Text that has no default and may be empty. */
  public requiredText(prop: string, value: unknown): boolean {
    if (isAbsent(value)) {
      this.error(`${prop} is required (may be an empty string)`);
      return false;
    }
    return true;
  }

  /** Whether it is a whole number within the bounds; Terraform checks a token. */
  public integer(prop: string, value: number | undefined, { min, max, unit }: IntegerRule): boolean {
    if (isAbsent(value)) {
      return false;
    }
    const range = max === undefined ? `at least ${min}` : max === min ? `${min}` : `between ${min} and ${max}`;
    const message = (allowed: string, got: string) => `${prop} must be ${allowed}${unit ? ` (${unit})` : ''}, got ${got}`;
    if (isToken(value)) {
      const reference = operand(value);
      const bounds = max === undefined ? `${reference} >= ${min}` : `${reference} >= ${min} && ${reference} <= ${max}`;
      this.checkAtPlan(bounds, message(range, `\${${reference}}`));
      return false;
    }
    if (!Number.isInteger(value)) {
      this.error(`${prop} must be a whole number, got ${this.show(value)}`);
      return false;
    }
    if (value < min || value > (max ?? Infinity)) {
      this.error(message(range, this.show(value)));
      return false;
    }
    if (value > LARGEST_INTEGER) {
      this.error(message(`at most ${LARGEST_INTEGER}`, this.show(value)));
      return false;
    }
    return true;
  }

  /** Whether it is a number above 0; Terraform checks a token. */
  public positive(prop: string, value: number | undefined, unit: string): boolean {
    if (isAbsent(value)) {
      return false;
    }
    const message = (got: string) => `${prop} must be above 0 (${unit}), got ${got}`;
    if (isToken(value)) {
      const reference = operand(value);
      this.checkAtPlan(`${reference} > 0`, message(`\${${reference}}`));
      return false;
    }
    if (typeof value !== 'number') {
      this.error(`${prop} must be a number, got ${this.show(value)}`);
      return false;
    }
    if (!Number.isFinite(value) || value <= 0) {
      this.error(message(this.show(value)));
      return false;
    }
    return true;
  }

  /** Whether it is literal text that matches the pattern; Terraform checks a token. */
  public text(prop: string, value: string | undefined, textRule: TextRule): boolean {
    const { pattern, and = pattern, rule, hint, mask } = textRule;
    if (!(mask ? this.hidden : this).literal(prop, value)) {
      this.textAtPlan(prop, value, textRule);
      return false;
    }
    if (!pattern.test(value) || !and.test(value)) {
      this.error(`${prop} must ${rule}, got ${this.show(mask ? mask(value) : value)}${hint ? `: ${hint}` : ''}`);
      return false;
    }
    return true;
  }

  private textAtPlan(prop: string, value: string | undefined, { pattern, and, rule, hint, mask, attribute }: TextRule): void {
    if (attribute && isAttribute(value, attribute)) {
      return;
    }
    if (!isToken(value) || (typeof value === 'string' && hasCollectionToken(value))) {
      return;
    }
    const reference = operand(escapeTemplates(value!));
    const [before, after] = [`${prop} must ${rule}, got `, hint ? `: ${hint}` : ''].map(escapeTemplate);
    const got = (mask ? this.hidden : this).showReference(reference);
    this.checkAtPlan(matches(reference, and ? [pattern, and] : [pattern]), `${before}${got}${after}`);
  }

  /** Whether it is literal text, present and free of tokens. */
  public literal(prop: string, value: string | undefined): value is string {
    if (isAbsent(value)) {
      return false;
    }
    if (typeof value !== 'string') {
      if (!isToken(value)) {
        this.error(`${prop} must be a string, got ${this.show(value)}`);
      }
      return false;
    }
    if (hasCollectionToken(value)) {
      this.error(`${prop} must be a single string, got a list or map token`);
      return false;
    }
    return this.unicode(prop, value) && !isToken(value);
  }

  /** Whether Terraform takes the text as it is. */
  private unicode(prop: string, value: string): boolean {
    if (!BEYOND_ASCII.test(value)) {
      return true;
    }
    if (/\p{Surrogate}/u.test(value)) {
      this.error(`${prop} must be well-formed Unicode, got ${this.show(value)}: Terraform would replace half of a character`);
      return false;
    }
    if (value !== value.normalize()) {
      this.error(`${prop} must be in Unicode normal form C, got ${this.show(value)}: Terraform would change it; normalize it first`);
      return false;
    }
    return true;
  }

  /** Whether it is true or false, or a token. */
  public boolean(prop: string, value: unknown): void {
    if (!isAbsent(value) && typeof value !== 'boolean' && !isToken(value)) {
      this.error(`${prop} must be true or false, got ${this.show(value)}`);
    }
  }

  /** Whether it is true or false and known when the configuration is written. */
  public literalBoolean(prop: string, value: unknown): void {
    if (!isAbsent(value) && typeof value !== 'boolean') {
      this.error(`${prop} must be true or false, got ${isToken(value) ? 'a token: it steers what is synthesized' : this.show(value)}`);
    }
  }

  /** Whether it is a list whose items can be looked at. */
  public list<T>(prop: string, value: T[] | undefined): value is T[] {
    if (isAbsent(value) || isToken(value)) {
      return false;
    }
    if (!Array.isArray(value)) {
      this.error(`${prop} must be a list, got ${this.show(value)}`);
      return false;
    }
    return true;
  }

  /** Whether a list or a map has no more items than allowed; Terraform checks a token. */
  public atMost(prop: string, value: unknown[] | { [key: string]: unknown } | undefined, most: number): void {
    const message = (got: string) => `${prop} must be at most ${most}, got ${got}`;
    if (isAbsent(value) || typeof value !== 'object') {
      return;
    }
    if (isToken(value)) {
      const count = `length(${operand(value)})`;
      this.checkAtPlan(`${count} <= ${most}`, message(`\${${count}}`));
    } else if (Object.keys(value).length > most) {
      this.error(message(`${Object.keys(value).length}`));
    }
  }

  /** Whether it is a map whose entries can be looked at. */
  public map<T>(prop: string, value: { [key: string]: T } | undefined): value is { [key: string]: T } {
    if (isAbsent(value) || isToken(value)) {
      return false;
    }
    if (Object.prototype.toString.call(value) !== '[object Object]') {
      this.error(`${prop} must be a map, got ${this.show(value)}`);
      return false;
    }
    if (Object.keys(value).some(hasCollectionToken)) {
      this.error(`${prop} must be entries or the token of a map, got both: Fn.merge makes one map of them`);
      return false;
    }
    return true;
  }

  /** A value for a message. */
  protected show(value: unknown): string {
    return show(value);
  }

  /** The text behind a reference for a message of Terraform's. */
  protected showReference(reference: string): string {
    return `'\${${reference}}'`;
  }
}

const NOT_SHOWN = 'text that is not shown, as it may hold a secret';

class HiddenFindings extends Findings {
  protected show(value: unknown): string {
    return value === '' || typeof value === 'boolean' ? show(value) : typeof value === 'string' ? NOT_SHOWN : kindOf(value);
  }

  protected showReference(): string {
    return NOT_SHOWN;
  }
}

function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}
