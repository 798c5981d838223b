import type { Construct } from 'constructs';
import type { Arbitrary } from 'fast-check';
import type {
  CodeInterpreterPoolProps,
  CodeInterpreterPoolSettings,
  CustomContainerPoolProps,
  ISessionPoolEnvironment,
  SessionPoolOptions,
  SessionSecret,
} from '../../lib';
import type { Feature } from '../../lib/arm/api-versions';
import type { Json } from '../arm/json';

export type PoolKind = 'CodeInterpreterPool' | 'CustomContainerPool';

/** Whole properties of a pool where the value of one property does not say it all. */
export class PoolProps {
  constructor(readonly make: (scope: Construct) => object) {}
}

/** Properties beside the one of the card. */
export const withProps = (props: object | ((scope: Construct) => object)) =>
  new PoolProps(typeof props === 'function' ? (props as (scope: Construct) => object) : () => props);

/** A name, a value or what makes one, and the IDs of the warnings that it gets. */
export type Valid<T> = readonly [name: string, value: T | ((scope: Construct) => T) | PoolProps, ...warnings: string[]];

/** A value, and every line of the message in the order of the error. */
export type Invalid = readonly [value: unknown, ...failures: string[]];

/** What edits and drifts are built with; one secret is enough for all. */
export interface CardContext {
  readonly pool: PoolKind;
  readonly one: SessionSecret;
  readonly two: SessionSecret;
  readonly environments: { readonly one: ISessionPoolEnvironment; readonly other: ISessionPoolEnvironment };
}

/** A property of a pool before and after, and what the plan shows: the action, and the arguments of azapi that differ. */
export interface Edit<Props = object> {
  readonly title: string;
  readonly before?: Partial<Props>;
  readonly after?: Partial<Props>;
  readonly action: 'in place' | 'replaced' | 'no changes';
  readonly paths?: readonly string[];
}

/** A change past Terraform, and the arguments in which the next plan shows it. */
export interface CardDrift {
  /** A drift of the stand-in; without one, the property gets the value `to`. */
  readonly id?: string;
  readonly to?: Json;
  /** The pool to which it happens. @default - with the first valid value */
  readonly props?: object | ((context: CardContext) => object);
  /** @default - the path of the card */
  readonly paths?: readonly string[];
}

/** Random values of a property. */
export interface Arbitraries {
  /** Values that are accepted, made of those of other structs where the property holds one. */
  readonly valid?: Arbitrary<unknown> | ((of: (struct: string, required?: readonly string[]) => Arbitrary<object>) => Arbitrary<unknown>);
  /** Values that are refused whatever the other properties are. */
  readonly invalid?: Arbitrary<unknown>;
  /** Whether all random pools have the property. */
  readonly always?: true;
}

/** One property of a public struct: what is derived from it is listed in CONTRIBUTING.md. */
export interface Card {
  readonly struct: string;
  readonly property: string;
  /** The pools that have it; none for what is not part of a pool. */
  readonly pools: readonly PoolKind[];
  /** The property of the pool in which it stands, where it does not stand in the pool itself. */
  readonly in?: string;
  /** Where it is in the body of the pool. */
  readonly armPath?: string;
  /** What an API version must have for the property. @default lifecycleConfiguration */
  readonly since?: Feature;
  /** The properties of a pool that has the value. */
  readonly props: (value: unknown, scope?: Construct) => object;
  readonly valid: ReadonlyArray<Valid<unknown>>;
  readonly invalid: readonly Invalid[];
  readonly arbitrary: Arbitraries;
  /** Edits, or why there are none. */
  readonly edits: ((context: CardContext) => readonly Edit[]) | string;
  /** Drifts, or why there are none. */
  readonly drift: readonly CardDrift[] | string;
  /** The suite that tests what no values say. */
  readonly suite?: string;
}

/** What a card says of a property of a pool. */
export interface CardOptions<Props, T> {
  readonly armPath?: string;
  readonly since?: Feature;
  readonly props?: (value: T) => object;
  readonly valid: ReadonlyArray<Valid<T | null>>;
  readonly invalid: readonly Invalid[] | readonly [];
  readonly arbitrary?: Arbitraries;
  readonly edits?: ReadonlyArray<Edit<Props>> | ((context: CardContext) => ReadonlyArray<Edit<Props>>) | string;
  readonly drift?: readonly CardDrift[] | string;
  readonly suite?: string;
}

function cardsOf<Props>(struct: string, pools: readonly PoolKind[]) {
  return <K extends keyof Props & string>(property: K, options: CardOptions<Props, NonNullable<Props[K]>>) =>
    poolCard(struct, property, pools, options);
}

function poolCard<Props, T>(struct: string, property: string, pools: readonly PoolKind[], options: CardOptions<Props, T>): Card {
  const { props = (value: T) => ({ [property]: value }), edits = 'it is not in the body of a pool', ...rest } = options;
  return {
    arbitrary: {},
    drift: 'it is not in the body of a pool',
    ...rest,
    struct,
    property,
    pools,
    props: (value, scope) => (value instanceof PoolProps ? value.make(scope!) : props(value as T)),
    edits: typeof edits === 'string' ? edits : context => (typeof edits === 'function' ? edits(context) : edits),
  };
}

type Both = CodeInterpreterPoolProps & CustomContainerPoolProps;
const BOTH: readonly PoolKind[] = ['CodeInterpreterPool', 'CustomContainerPool'];

/** A property of every pool and of a fleet. */
export const poolSettings = cardsOf<Both>('SessionPoolSettings', BOTH);

/** A property of every pool. */
export const poolOptions = cardsOf<Both>('SessionPoolOptions', BOTH);

/** A property of every pool that differs in custom container pools. */
export const interpreterOptions = cardsOf<SessionPoolOptions>('SessionPoolOptions', ['CodeInterpreterPool']);

/** A property of every pool that differs in code interpreter pools. */
export const containerOptions = cardsOf<SessionPoolOptions>('SessionPoolOptions', ['CustomContainerPool']);

/** A property of code interpreter pools and of a fleet. */
export const interpreterSettings = cardsOf<CodeInterpreterPoolSettings>('CodeInterpreterPoolSettings', ['CodeInterpreterPool']);

/** A property of custom container pools. */
export const container = cardsOf<CustomContainerPoolProps>('CustomContainerPoolProps', ['CustomContainerPool']);

/** What is the same for all properties of a struct that stands in a property of a pool. */
interface Inside {
  /** The property of the pool, whose card has the edits and drifts of what stands in it. */
  readonly in: string;
  readonly pool: PoolKind;
  readonly props: (given: object) => object;
  readonly since?: Feature;
}

/** Properties of a struct that stands in a property of a pool. */
export function inside<Struct>(struct: string, place: Inside) {
  return <K extends keyof Struct & string>(
    property: K,
    options: Omit<CardOptions<object, NonNullable<Struct[K]>>, 'props' | 'since'>,
  ): Card => ({
    ...poolCard(struct, property, [place.pool], {
      edits: `the card of ${place.in} has them`,
      drift: `the card of ${place.in} has them`,
      since: place.since,
      ...options,
      props: value => place.props({ [property]: value }),
    }),
    in: place.in,
  });
}

/** The properties of a struct that is not part of a pool: the suite that tests them, and values that are accepted and refused. */
export function elsewhere<Struct>(
  struct: string,
  suite: string,
  properties: { readonly [K in keyof Struct & string]?: { readonly valid?: readonly unknown[]; readonly invalid?: readonly Invalid[] } },
): Card[] {
  return Object.entries(properties as { [property: string]: { valid?: unknown[]; invalid?: Invalid[] } }).map(
    ([property, { valid = [], invalid = [] }]) => ({
      struct,
      property,
      suite,
      invalid,
      pools: [],
      props: value => ({ [property]: value }),
      valid: valid.map(value => [String(value), value] as const),
      arbitrary: {},
      edits: `it is not part of a pool: ${suite}`,
      drift: `it is not part of a pool: ${suite}`,
    }),
  );
}
