import { CONSTANTS, DATA_SCHEMA } from './shared';
import { isMap } from './values';

/** The part of JSON Schema that policy/schema.json uses. */
interface Schema {
  readonly type?: string;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly default?: unknown;
}

const SESSION_POOLS: Schema = DATA_SCHEMA.properties.session_pools;
const PARAMETERS = SESSION_POOLS.properties!.parameters;
const BLANK = new RegExp(`^[${CONSTANTS.blanks}]*$`);
const NOUNS: { readonly [type: string]: string } = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  object: 'a map',
  string: 'text',
};

/** What the rules leave open, as it is where nothing is said. */
export const DEFAULTS = Object.fromEntries(Object.entries(PARAMETERS.properties!).map(([name, schema]) => [name, schema.default])) as {
  readonly maxConcurrentSessions: number;
  readonly maxCooldownPeriodInSeconds: number;
};

/** What is wrong with a data file, each with the path in the file. A file that has nothing for the policies lacks what they require. */
export function dataFailures(data: unknown): string[] {
  const given = isMap(data) && isMap(data.session_pools) ? data.session_pools : {};
  return failuresOf('session_pools', given, SESSION_POOLS);
}

/** What is wrong with parameters. */
export function parameterFailures(parameters: object): string[] {
  return failuresOf('', parameters, PARAMETERS);
}

/** Whether there is such a day: `Date` takes one that does not exist, such as the 31st of February, for another one. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

function failuresOf(path: string, value: unknown, schema: Schema): string[] {
  if (schema.type !== undefined && !hasType(value, schema.type)) {
    return [`${path} must be ${NOUNS[schema.type]}, got ${got(value)}`];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => failuresOf(`${path}[${index}]`, item, schema.items ?? {}));
  }
  if (isMap(value)) {
    return ofMap(path, value, schema);
  }
  return ofScalar(value, schema).map(rule => `${path} must ${rule}, got ${got(value)}`);
}

function ofMap(path: string, value: { readonly [name: string]: unknown }, schema: Schema): string[] {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  const missing = required.filter(name => !Object.hasOwn(value, name)).map(name => `${at(name)} must be given`);
  const wrong = Object.entries(value).flatMap(([name, item]) => {
    const inner = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    return typeof inner === 'object'
      ? failuresOf(at(name), item, inner)
      : inner
        ? []
        : [`${at(name)} is not known: there are ${Object.keys(properties).sort().join(', ')}`];
  });
  return [...missing, ...wrong];
}

function ofScalar(value: unknown, { enum: allowed, minLength, minimum, maximum, format }: Schema): string[] {
  return [
    ...(allowed && !allowed.includes(String(value)) ? [`be ${allowed.join(', ')}`.replace(/, (\w+)$/, ' or $1')] : []),
    ...(minLength !== undefined && BLANK.test(String(value)) ? ['not be blank'] : []),
    ...(minimum !== undefined && Number(value) < minimum ? [`be at least ${minimum}`] : []),
    ...(maximum !== undefined && Number(value) > maximum ? [`be at most ${maximum}`] : []),
    ...(format === 'date' && !isDay(String(value)) ? ["be a day such as '2027-01-31'"] : []),
  ];
}

function hasType(value: unknown, type: string): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'object':
      return isMap(value);
    default:
      return typeof value === type;
  }
}

/** What is there, without what is in it. */
function got(value: unknown): string {
  return Array.isArray(value)
    ? 'a list'
    : isMap(value)
      ? 'a map'
      : typeof value === 'string'
        ? `'${value}'`
        : String(JSON.stringify(value));
}
