import type { WarningId } from './warnings';
import type { PlanTimeCheck } from '../terraform/plan-time-checks';
import { operand } from '../terraform/plan-time-checks';
import { hasCollectionToken, isToken } from '../terraform/templates';

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
}

/**
 * Collects what is found wrong with the input of one construct, so that all of it is said at once. Values that are
 * tokens are never looked at.
 */
export class Findings {
  public readonly errors: string[] = [];
  public readonly planTimeChecks: PlanTimeCheck[] = [];
  public readonly warnings: Array<{ id: WarningId; message: string }> = [];

  public error(message: string): void {
    this.errors.push(message);
  }

  public warn(id: WarningId, message: string): void {
    this.warnings.push({ id, message });
  }

  /** A value that has no default. */
  public required(prop: string, value: unknown, what: string): boolean {
    if (value === undefined || value === null) {
      this.error(`${prop} must be given: ${what}`);
      return false;
    }
    return true;
  }

  /** Whether it is a whole number within the bounds; Terraform checks a token. */
  public integer(prop: string, value: number | undefined, { min, max, unit }: IntegerRule): boolean {
    if (value === undefined || value === null) {
      return false;
    }
    const range = max === undefined ? `at least ${min}` : max === min ? `${min}` : `between ${min} and ${max}`;
    const message = (got: string) => `${prop} must be ${range}${unit ? ` (${unit})` : ''}, got ${got}`;
    if (isToken(value)) {
      const reference = operand(value);
      const bounds = max === undefined ? `${reference} >= ${min}` : `${reference} >= ${min} && ${reference} <= ${max}`;
      this.planTimeChecks.push({ condition: `\${${bounds}}`, errorMessage: message(`\${${reference}}`) });
      return false;
    }
    if (!Number.isInteger(value)) {
      this.error(`${prop} must be a whole number, got ${show(value)}`);
      return false;
    }
    if (value < min || (max !== undefined && value > max)) {
      this.error(message(show(value)));
      return false;
    }
    return true;
  }

  /** Whether it is a number above 0; Terraform checks a token. */
  public positive(prop: string, value: number | undefined, unit: string): boolean {
    if (value === undefined || value === null) {
      return false;
    }
    const message = (got: string) => `${prop} must be above 0 (${unit}), got ${got}`;
    if (isToken(value)) {
      const reference = operand(value);
      this.planTimeChecks.push({ condition: `\${${reference} > 0}`, errorMessage: message(`\${${reference}}`) });
      return false;
    }
    if (!Number.isFinite(value) || value <= 0) {
      this.error(message(show(value)));
      return false;
    }
    return true;
  }

  /** Whether it is literal text that matches the pattern. */
  public text(prop: string, value: string | undefined, { pattern, rule, hint }: TextRule): boolean {
    if (!this.literal(prop, value)) {
      return false;
    }
    if (!pattern.test(value!)) {
      this.error(`${prop} must ${rule}, got ${show(value)}${hint ? `: ${hint}` : ''}`);
      return false;
    }
    return true;
  }

  /** Whether it is literal text, present and free of tokens. */
  public literal(prop: string, value: string | undefined): value is string {
    if (value === undefined || value === null) {
      return false;
    }
    if (typeof value !== 'string') {
      if (!isToken(value)) {
        this.error(`${prop} must be a string, got ${show(value)}`);
      }
      return false;
    }
    if (hasCollectionToken(value)) {
      this.error(`${prop} must be one text, got the token of a list or a map`);
      return false;
    }
    if (/\p{Surrogate}/u.test(value)) {
      this.error(`${prop} must be well-formed Unicode, got ${show(value)}: Terraform would replace half of a character`);
      return false;
    }
    if (value !== value.normalize()) {
      this.error(`${prop} must be in Unicode normal form C, got ${show(value)}: Terraform would change it; normalize it first`);
      return false;
    }
    return !isToken(value);
  }

  /** Whether it is true or false, or a token. */
  public boolean(prop: string, value: unknown): void {
    if (value !== undefined && value !== null && typeof value !== 'boolean' && !isToken(value)) {
      this.error(`${prop} must be true or false, got ${show(value)}`);
    }
  }

  /** Whether it is true or false and known when the configuration is written. */
  public literalBoolean(prop: string, value: unknown): void {
    if (value !== undefined && value !== null && typeof value !== 'boolean') {
      this.error(`${prop} must be true or false, got ${isToken(value) ? 'a token: it steers what is synthesized' : show(value)}`);
    }
  }

  /** Whether it is a list whose items can be looked at. */
  public list<T>(prop: string, value: T[] | undefined): value is T[] {
    if (value === undefined || value === null || isToken(value)) {
      return false;
    }
    if (!Array.isArray(value)) {
      this.error(`${prop} must be a list, got ${show(value)}`);
      return false;
    }
    return true;
  }

  /** Whether it is a map whose entries can be looked at. */
  public map<T>(prop: string, value: { [key: string]: T } | undefined): value is { [key: string]: T } {
    if (value === undefined || value === null || isToken(value)) {
      return false;
    }
    if (Object.prototype.toString.call(value) !== '[object Object]') {
      this.error(`${prop} must be a map, got ${show(value)}`);
      return false;
    }
    if (Object.keys(value).some(hasCollectionToken)) {
      this.error(`${prop} must be entries or the token of a map, got both: Fn.merge makes one map of them`);
      return false;
    }
    return true;
  }
}

/** A value for a message: quoted where it is text, and not longer than the id of a resource. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    return `'${JSON.stringify(shorten(value)).slice(1, -1).replace(/\\"/g, '"')}'`;
  }
  return shorten(typeof value === 'object' && value !== null ? json(value) : String(value));
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 160)}... (${text.length} characters)` : text;
}

function json(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return 'an object';
  }
}
