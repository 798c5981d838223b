import { hasExpression } from '../../terraform/template-expressions';
import { isTrue } from '../values';
import { armTypeIn } from './arm-types';
import type { Json } from './json';
import { asList, entriesOf, isObject, textsIn } from './json';
import { localsOf, withLocals } from './locals';

/** A resource block. */
export interface Block {
  readonly address: string;
  readonly type: string;
  readonly arguments: Json;
}

const VARIABLE = /\bvar[ \t\r\n]*\.[ \t\r\n]*([\w-]+)/g;
const SENSITIVE = /\bsensitive[ \t\r\n]*\(/;
const NONSENSITIVE = /\bnonsensitive\([^()]*\)/g;

/** A rendered stack, or any other configuration in Terraform's JSON. */
export class Configuration {
  /** The blocks that define or change something: resources, and ephemeral resources and actions, whose requests are sent too. */
  public readonly blocks: Block[];

  private readonly locals: Json;
  private readonly providers: Json[];
  private readonly sensitiveVariables: Set<string>;
  private readonly types = new Map<string, string>();

  constructor(configuration: Json) {
    this.locals = localsOf(configuration);
    this.blocks = [
      ...this.blocksOf(configuration.resource, ''),
      ...this.blocksOf(configuration.ephemeral, 'ephemeral.'),
      ...this.blocksOf(configuration.action, 'action.').flatMap(block =>
        asList(block.arguments.config)
          .filter(isObject)
          .map(config => ({ ...block, arguments: config })),
      ),
    ];
    for (const { address, type, arguments: args } of [...this.blocks, ...this.blocksOf(configuration.data, 'data.')]) {
      this.types.set(address, (type.startsWith('azapi_') ? armTypeIn(args.type) : undefined) ?? type);
    }
    this.providers = entriesOf(configuration.provider)
      .filter(([name]) => name === 'azapi')
      .flatMap(([, providers]) => asList(providers))
      .filter(isObject);
    this.sensitiveVariables = new Set(
      entriesOf(configuration.variable)
        .filter(([, variable]) => asList(variable).some(each => isObject(each) && isTrue(each.sensitive)))
        .map(([name]) => name),
    );
  }

  /** The type of what has the address: the ARM type of a resource of azapi, the type in Terraform of any other. */
  public typeOf(address: string): string | undefined {
    return this.types.get(address);
  }

  /** What the azapi provider gives to resources that do not have it: `default_tags`, `default_location`. */
  public providerDefault(provider: unknown, name: string): unknown {
    const address = typeof provider === 'string' ? provider : 'azapi';
    const found = this.providers.find(({ alias }) => (typeof alias === 'string' ? `azapi.${alias}` : 'azapi') === address);
    return withLocals(found?.[name] ?? undefined, this.locals);
  }

  /** Whether an expression in the value has a sensitive variable in it, or makes something sensitive. */
  public isSensitive(value: unknown): boolean {
    return textsIn(value)
      .filter(hasExpression)
      .map(text => text.replace(NONSENSITIVE, ''))
      .some(text => SENSITIVE.test(text) || [...text.matchAll(VARIABLE)].some(([, name]) => this.sensitiveVariables.has(name)));
  }

  private blocksOf(block: unknown, prefix: string): Block[] {
    return entriesOf(block).flatMap(([type, byName]) =>
      entriesOf(byName).flatMap(([name, bodies]) =>
        asList(bodies)
          .filter(isObject)
          .map(args => ({ address: `${prefix}${type}.${name}`, type, arguments: withLocals(args, this.locals) as Json })),
      ),
    );
  }
}
