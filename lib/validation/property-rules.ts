import type { Findings } from './findings';
import { nearMissOf } from './near-miss';
import { kindOf } from './objects';
import { STRUCT_PROPERTIES } from './struct-properties';
import { isToken } from '../terraform/templates';

/** A struct of the public API. */
export type StructName = keyof typeof STRUCT_PROPERTIES;

interface GivenOptions {
  readonly struct: StructName;
  readonly options: object;
}

const LIST = '[]';
/** The options with which objects of the library were made: the objects keep only what they know. */
const OPTIONS = new WeakMap<object, GivenOptions>();

/** Remembers the options with which an object of the library was made, to be checked where the object is used. */
export function rememberOptions<T extends object>(made: T, struct: StructName, options: unknown): T {
  if (isObject(options)) {
    OPTIONS.set(made, { struct, options });
  }
  return made;
}

/**
 * Looks for properties that the struct does not have, which TypeScript accepts in a spread and other callers anywhere. What is a near miss of a
 * property that is not given is an error; anything else is a warning, since shared options may be spread into several structs.
 *
 * @param subject what does not have the property: `CodeInterpreterPool`
 * @param path what stands before the names of the properties: `timeouts.`
 */
export function checkProperties(given: unknown, struct: StructName, subject: string, findings: Findings, path = ''): void {
  if (!isObject(given) || isToken(given)) {
    return;
  }
  const known = propertiesOf(struct);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null) {
      continue;
    }
    const nested = known.get(name);
    if (nested === undefined) {
      reportUnknown(`${path}${name}`, meantBy(name, given, struct), path, subject, findings);
    } else if (nested) {
      checkNested(`${path}${name}`, value, nested, findings);
    } else {
      checkMade(`${path}${name}`, value, findings);
    }
  }
}

/** The properties that the struct does not have and that are no near miss of one that is not given. */
export function strangeProperties(given: unknown, struct: StructName): string[] {
  return isObject(given)
    ? Object.keys(given).filter(
        name => !isAbsent(given, name) && !propertiesOf(struct).has(name) && meantBy(name, given, struct) === undefined,
      )
    : [];
}

/** The properties that the struct has. */
export function knownProperties<T extends object>(given: T, struct: StructName): T {
  return Object.fromEntries(Object.entries(given).filter(([name]) => propertiesOf(struct).has(name))) as T;
}

/** The property that is probably meant: who gives it too does not misspell it. */
function meantBy(name: string, given: object, struct: StructName): string | undefined {
  return nearMissOf(
    name,
    [...propertiesOf(struct).keys()].filter(each => isAbsent(given, each)),
  );
}

function reportUnknown(name: string, meant: string | undefined, path: string, subject: string, findings: Findings): void {
  if (meant === undefined) {
    findings.warn('unknown-property', `${name} is not a property of ${subject}, which ignores it`);
  } else {
    findings.error(`${name} is not a property of ${subject}: did you mean ${path}${meant}?`);
  }
}

function checkNested(path: string, value: unknown, nested: string, findings: Findings): void {
  const struct = nested.replace(LIST, '') as StructName;
  if (nested.endsWith(LIST)) {
    (Array.isArray(value) ? value : []).forEach((item, index) =>
      checkProperties(item, struct, `${path}[${index}]`, findings, `${path}[${index}].`),
    );
  } else if (!isStruct(value)) {
    findings.error(`${path} must be an object with ${[...propertiesOf(struct).keys()].join(', ')}, got ${kindOf(value)}`);
  } else {
    checkProperties(value, struct, path, findings, `${path}.`);
  }
}

/** Objects of the library that were made with options, alone or in a list. */
function checkMade(path: string, value: unknown, findings: Findings): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => checkMade(`${path}[${index}]`, item, findings));
    return;
  }
  const made = isObject(value) ? OPTIONS.get(value) : undefined;
  if (made) {
    checkProperties(made.options, made.struct, path, findings, `${path}.`);
  }
}

function isAbsent(given: object, name: string): boolean {
  const value = (given as { readonly [name: string]: unknown })[name];
  return value === undefined || value === null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with properties, unlike a map or a day. */
function isStruct(value: unknown): value is object {
  return Object.prototype.toString.call(value) === '[object Object]';
}

const PARSED = new Map<StructName, Map<string, string>>();

/** The properties of a struct, each with the struct that it holds, or with empty text. */
function propertiesOf(struct: StructName): Map<string, string> {
  const parsed =
    PARSED.get(struct) ??
    new Map(
      STRUCT_PROPERTIES[struct].split(' ').map(property => {
        const [name, nested = ''] = property.split(':');
        return [name, nested];
      }),
    );
  PARSED.set(struct, parsed);
  return parsed;
}
