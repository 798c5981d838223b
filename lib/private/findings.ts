import { Annotations, Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from './errors';
import { imitatesToken } from './templates';
import { WarningId, WARNINGS } from './warnings';

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

/** A check that Terraform makes when it plans, since a value is not known before. */
export interface PlanTimeCheck {
  readonly condition: string;
  readonly errorMessage: string;
}

/**
 * Collects what is found wrong with the input of one construct, so that all of it is said at once. Values that are
 * tokens are never looked at.
 */
export class Findings {
  public readonly errors: string[] = [];
  public readonly planTimeChecks: PlanTimeCheck[] = [];
  private readonly warnings: Array<{ id: WarningId; message: string }> = [];

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
    const range = max === undefined ? `at least ${min}` : `between ${min} and ${max}`;
    const message = (got: string) => `${prop} must be ${range}${unit ? ` (${unit})` : ''}, got ${got}`;
    if (Token.isUnresolved(value)) {
      const reference = Token.asString(value);
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
    if (Token.isUnresolved(value)) {
      const reference = Token.asString(value);
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

  /** Whether it is literal text: present, no token and nothing that looks like one. */
  public literal(prop: string, value: string | undefined): value is string {
    if (value === undefined || value === null || isToken(value)) {
      return false;
    }
    if (typeof value !== 'string') {
      this.error(`${prop} must be a string, got ${show(value)}`);
      return false;
    }
    if (imitatesToken(value)) {
      this.error(`${prop} must not contain what cdktf takes for a token, got ${show(value)}: this token does not exist`);
      return false;
    }
    return !Token.isUnresolved(value);
  }

  /** Whether it is a list whose items can be looked at. */
  public list<T>(prop: string, value: T[] | undefined): value is T[] {
    if (value === undefined || value === null || Token.isUnresolved(value)) {
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
    if (value === undefined || value === null || Token.isUnresolved(value)) {
      return false;
    }
    if (typeof value !== 'object' || Array.isArray(value)) {
      this.error(`${prop} must be a map, got ${show(value)}`);
      return false;
    }
    return true;
  }

  /** Throws where there are errors, else hands the warnings that nobody acknowledged to cdktf. */
  public report(construct: IConstruct, kind: string, acknowledged: { [id: string]: string } = {}): void {
    for (const [id, reason] of Object.entries(acknowledged)) {
      if (!(id in WARNINGS)) {
        this.error(`acknowledgedWarnings must name warnings of a session pool, got '${id}': there are ${Object.keys(WARNINGS).join(', ')}`);
      } else if (!reason?.trim()) {
        this.error(`acknowledgedWarnings['${id}'] must give a reason, got ${show(reason)}`);
      }
    }
    if (this.errors.length > 0) {
      refuse(construct, kind, this.errors);
    }
    for (const { id, message } of this.warnings.filter(warning => !Object.hasOwn(acknowledged, warning.id))) {
      Annotations.of(construct).addWarning(`[${id}] ${message}`);
    }
  }
}

/** A value for a message: quoted and not longer than a line. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    const text = value.length > 100 ? `${value.slice(0, 80)}... (${value.length} characters)` : value;
    return `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"')}'`;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isToken(value: unknown): boolean {
  return typeof value !== 'string' && Token.isUnresolved(value);
}
