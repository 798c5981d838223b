import { hasExpression } from '../../terraform/template-expressions';
import type { IPolicyResource, PolicyResourceKind } from '../policy-resource';
import { isGiven } from '../values';
import type { Configuration } from './configuration';
import type { Definition } from './definitions';
import { definitionsOf } from './definitions';
import { isObject } from './json';

/** A reference to the `id` of a resource or data source, and nothing else. */
const ID_REFERENCE = /^\$\{((?:data\.)?[a-z]\w*\.[\w-]+)(?:\[[^\]]*\])?\.id\}$/;
/** What can be given in the body instead of as an argument. */
const IN_BODY = ['identity', 'location', 'scope', 'tags'];
const DEFAULTS: { readonly [name: string]: string } = { location: 'default_location', tags: 'default_tags' };
/** What is kept in the state as it is given. */
const STORED = ['body', 'identity', 'location', 'name', 'parent_id', 'tags'];

/** A resource of a configuration as rules see it; the one place that reads bodies. */
export class ConfiguredResource implements IPolicyResource {
  public readonly kind: PolicyResourceKind;
  public readonly path: string;
  public readonly address: string;
  public readonly resourceType: string;
  public readonly definedBy: string;
  public readonly isPartial: boolean;
  public readonly apiVersion?: string;

  constructor(
    private readonly definition: Definition,
    private readonly configuration: Configuration,
  ) {
    const { kind, block, definedBy, isPartial, arguments: args } = definition;
    const metadata = (block.arguments['//'] as { metadata?: { path?: string } } | undefined)?.metadata;
    this.kind = kind;
    this.path = metadata?.path ?? '';
    this.address = block.address;
    this.resourceType = block.type;
    this.definedBy = definedBy;
    this.isPartial = isPartial;
    this.apiVersion = typeof args.type === 'string' ? args.type.split('@')[1] : undefined;
  }

  public argument(name: string): unknown {
    const { arguments: args, body } = this.definition;
    const value = args[name] ?? (IN_BODY.includes(name) && isObject(body) ? body[name] : undefined) ?? undefined;
    return value === undefined && this.definedBy === 'azapi_resource' && name in DEFAULTS
      ? this.configuration.providerDefault(args.provider, DEFAULTS[name])
      : value;
  }

  public property(path: string): unknown {
    let value = this.definition.body;
    for (const name of ['properties', ...path.split('.')]) {
      if (typeof value === 'string') {
        return value;
      }
      value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    }
    return value ?? undefined;
  }

  public items(path: string): unknown[] {
    const value = this.property(path);
    return Array.isArray(value) ? value : isGiven(value) && this.isKnown(value) ? [value] : [];
  }

  public isKnown(value: unknown): boolean {
    return !hasExpression(value);
  }

  public referencedType(value: unknown): string | undefined {
    const address = typeof value === 'string' ? ID_REFERENCE.exec(value)?.[1] : undefined;
    return address === undefined ? undefined : this.configuration.typeOf(address);
  }

  public hiddenProperties(): string[] {
    return this.definition.hidden;
  }

  public sensitiveValues(): string[] {
    return STORED.filter(name => this.configuration.isSensitive(this.definition.block.arguments[name])).map(
      name => `${name} has a sensitive value`,
    );
  }
}

/** What a configuration defines or changes of the kinds that rules look at. */
export function resourcesOf(configuration: Configuration): ConfiguredResource[] {
  return configuration.blocks.flatMap(definitionsOf).map(definition => new ConfiguredResource(definition, configuration));
}
