import type { Findings } from './findings';
import { isToken } from '../terraform/templates';

/** An object of one of the library's classes that is expected somewhere. */
interface ObjectRule {
  /** The name of the class: `ContainerProbe`. */
  readonly type: string;
  /** How it is made: `ContainerProbe.liveness or ContainerProbe.startup`. */
  readonly use: string;
  /** What it is for, where it is required. */
  readonly what?: string;
}

/** Whether it is an object that has the property, be it undefined. */
export function has(value: unknown, property: string): boolean {
  return typeof value === 'object' && value !== null && property in value;
}

/** What kind of value it is, for messages that must not show the value, as it can be a secret. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) {
    return 'nothing';
  }
  if (isToken(value)) {
    return 'a token';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  return withArticle(typeof value === 'object' ? classOf(value) : typeof value);
}

/**
 * Whether it is an object of the class, which `isOne` says by what it has: objects of another copy of this library are objects of the
 * class as well.
 */
export function checkObject(prop: string, value: unknown, isOne: boolean, { type, use, what }: ObjectRule, findings: Findings): boolean {
  if (!findings.required(prop, value, what ?? `use ${use}`)) {
    return false;
  }
  if (!isOne) {
    findings.error(`${prop} must be ${withArticle(type)}, got ${kindOf(value)}: use ${use}`);
  }
  return isOne;
}

/** Whether it is a list whose items can be looked at. Objects of the library cannot be a token. */
export function checkObjectList<T>(prop: string, value: T[] | undefined, { type, use }: ObjectRule, findings: Findings): value is T[] {
  if (value === undefined || value === null) {
    return false;
  }
  if (!Array.isArray(value) || isToken(value)) {
    findings.error(`${prop} must be a list of ${type} objects, got ${kindOf(value)}: use ${use}`);
    return false;
  }
  return true;
}

function classOf(value: object): string {
  const { name } = (value.constructor ?? Object) as { name?: string };
  return name && name !== 'Object' ? name : 'object';
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
