import { CollectedFindings } from './collected-findings';
import { kindOf } from './objects';
import { show } from './show';
import { operand } from '../terraform/plan-time-checks';
import { hasCollectionToken, isToken } from '../terraform/templates';

export { show } from './show';

interface IntegerRule {
  readonly min: number;
  readonly max?: number;
  readonly unit?: string;
}

interface TextRule {
  /** What a literal must match. */
  readonly pattern: RegExp;
  /** The same in words, after `must`. */
  readonly rule: string;
  readonly hint?: string;
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
    const message = (got: string) => `${prop} must be ${range}${unit ? ` (${unit})` : ''}, got ${got}`;
    if (isToken(value)) {
      const reference = operand(value);
      const bounds = max === undefined ? `${reference} >= ${min}` : `${reference} >= ${min} && ${reference} <= ${max}`;
      this.checkAtPlan(bounds, message(`\${${reference}}`));
      return false;
    }
    if (!Number.isInteger(value)) {
      this.error(`${prop} must be a whole number, got ${this.show(value)}`);
      return false;
    }
    if (value < min || (max !== undefined && value > max)) {
      this.error(message(this.show(value)));
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
    if (!Number.isFinite(value) || value <= 0) {
      this.error(message(this.show(value)));
      return false;
    }
    return true;
  }

  /** Whether it is literal text that matches the pattern. */
  public text(prop: string, value: string | undefined, { pattern, rule, hint, mask }: TextRule): boolean {
    if (!(mask ? this.hidden : this).literal(prop, value)) {
      return false;
    }
    if (!pattern.test(value)) {
      this.error(`${prop} must ${rule}, got ${this.show(mask ? mask(value) : value)}${hint ? `: ${hint}` : ''}`);
      return false;
    }
    return true;
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
    if (/\p{Surrogate}/u.test(value)) {
      this.error(`${prop} must be well-formed Unicode, got ${this.show(value)}: Terraform would replace half of a character`);
      return false;
    }
    if (value !== value.normalize()) {
      this.error(`${prop} must be in Unicode normal form C, got ${this.show(value)}: Terraform would change it; normalize it first`);
      return false;
    }
    return !isToken(value);
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
}

class HiddenFindings extends Findings {
  protected show(value: unknown): string {
    return value === '' || typeof value === 'boolean'
      ? show(value)
      : typeof value === 'string'
        ? 'text that is not shown, as it may hold a secret'
        : kindOf(value);
  }
}

function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}
