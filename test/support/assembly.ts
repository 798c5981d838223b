import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A type in a jsii assembly, as far as the tests read it. */
interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
  readonly union?: { readonly types: TypeReference[] };
}

interface Type {
  readonly name: string;
  readonly kind: string;
  readonly datatype?: boolean;
  readonly interfaces?: string[];
  readonly base?: string;
  readonly abstract?: boolean;
  readonly initializer?: { readonly parameters?: Array<{ readonly type: TypeReference }> };
  readonly properties?: Array<{ readonly name: string; readonly type: TypeReference; readonly optional?: boolean }>;
}

/** What a property holds, as far as tokens are concerned. `flag` is a boolean that cannot be a token. */
export type Kind = 'string' | 'number' | 'boolean' | 'flag' | 'list' | 'map' | 'any' | 'object';

/** A property of a struct. */
export interface StructProperty {
  readonly name: string;
  readonly kind: Kind;
  /** The name of the struct that it holds, followed by `[]` for a list. */
  readonly struct?: string;
}

/** A struct. */
interface Struct {
  readonly name: string;
  readonly properties: StructProperty[];
  /** Whether it extends a struct of another package, so that it has more properties. */
  readonly isOpen: boolean;
}

const { types } = JSON.parse(readFileSync(join(__dirname, '..', '..', '.jsii'), 'utf8')) as { types: { [fqn: string]: Type } };

/** The structs of the public API with all their properties, also inherited ones. */
export const STRUCTS: Struct[] = Object.values(types)
  .filter(({ datatype }) => datatype)
  .map(type => ({ name: type.name, properties: propertiesOf(type), isOpen: isOpen(type) }));

function isOpen({ interfaces = [] }: Type): boolean {
  return interfaces.some(fqn => !(fqn in types) || isOpen(types[fqn]));
}

/** The properties of the structs of the public API, each with the struct that declares it. */
export const DECLARED: Array<{ readonly struct: string; readonly property: string }> = Object.values(types)
  .filter(({ datatype }) => datatype)
  .flatMap(({ name, properties = [] }) => properties.map(property => ({ struct: name, property: property.name })));

/** The constructs of the public API, each with the struct of its properties. */
export const CONSTRUCTS: Array<{
  readonly name: string;
  readonly props: { readonly name: string; readonly properties: StructProperty[] };
}> = Object.values(types)
  .filter(type => type.kind === 'class' && !type.abstract && isConstruct(type))
  .map(({ name, initializer }) => {
    const props = STRUCTS.find(struct => struct.name === initializer?.parameters?.at(-1)?.type.fqn?.split('.').at(-1));
    if (!props) {
      throw new Error(`the last parameter of ${name} is no struct`);
    }
    return { name, props };
  });

function isConstruct({ base }: Type): boolean {
  return base !== undefined && (base in types ? isConstruct(types[base]) : /^(constructs|cdktf)\./.test(base));
}

function propertiesOf(type: Type): StructProperty[] {
  const inherited = (type.interfaces ?? []).flatMap(fqn => (fqn in types ? propertiesOf(types[fqn]) : []));
  const own = (type.properties ?? []).map(({ name, type: reference }) => ({
    name,
    kind: kindOf(reference),
    struct: structOf(reference) ?? (reference.collection?.kind === 'array' ? structOf(reference.collection.elementtype, '[]') : undefined),
  }));
  return [...own, ...inherited];
}

function structOf({ fqn = '' }: TypeReference, suffix = ''): string | undefined {
  return types[fqn]?.datatype ? `${types[fqn].name}${suffix}` : undefined;
}

function kindOf({ primitive, fqn, collection, union }: TypeReference): Kind {
  if (primitive) {
    return primitive === 'boolean' ? 'flag' : primitive === 'any' || primitive === 'json' ? 'any' : (primitive as Kind);
  }
  if (collection) {
    const { kind, elementtype } = collection;
    return kindOf(elementtype) === 'object' ? 'object' : kind === 'array' ? 'list' : 'map';
  }
  if (union) {
    const kinds = union.types.map(kindOf);
    return kinds.includes('flag') ? 'boolean' : kinds[0];
  }
  return fqn && types[fqn]?.kind === 'enum' ? 'string' : 'object';
}
