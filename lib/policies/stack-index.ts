import type { TerraformElement, TerraformStack } from 'cdktf';
import { TerraformDataSource, TerraformProvider, TerraformResource } from 'cdktf';
import { expressionOf } from '../terraform/references';

/** The arguments of a resource as Terraform sees them. */
export interface ResolvedArguments {
  readonly [name: string]: unknown;
}

/** The resources, data sources and providers of a stack by address, each resolved when it is asked for. */
export class StackIndex {
  private readonly elements: Map<string, TerraformResource | TerraformDataSource>;
  private readonly resolved = new Map<string, ResolvedArguments>();
  private readonly providers: TerraformProvider[];

  constructor(stack: TerraformStack) {
    this.providers = stack.node
      .findAll()
      .filter(TerraformProvider.isTerraformProvider)
      .filter(({ terraformResourceType }) => terraformResourceType === 'azapi');
    this.elements = new Map(
      stack.node
        .findAll()
        .filter(
          (element): element is TerraformResource | TerraformDataSource =>
            TerraformResource.isTerraformResource(element) || TerraformDataSource.isTerraformDataSource(element),
        )
        .map(element => [addressOf(element), element]),
    );
  }

  /** The arguments of what has the address; nothing where nothing has it. */
  public get(address: string): ResolvedArguments | undefined {
    const element = this.elements.get(address);
    if (element && !this.resolved.has(address)) {
      this.resolved.set(address, argumentsOf(element));
    }
    return this.resolved.get(address);
  }

  /** The tags that the azapi provider gives to resources without any. */
  public defaultTags(provider: unknown): unknown {
    const alias = typeof provider === 'string' ? provider.split('.')[1] : undefined;
    return this.providers.filter(each => (each.alias ?? undefined) === alias).map(argumentsOf)[0]?.default_tags;
  }
}

/** The address of a resource or data source in Terraform. */
export function addressOf(element: TerraformResource | TerraformDataSource): string {
  const address = `${element.terraformResourceType}.${element.friendlyUniqueId}`;
  return TerraformDataSource.isTerraformDataSource(element) ? `data.${address}` : address;
}

/** What an element becomes in the configuration, escape hatches included. */
export function argumentsOf(element: TerraformElement): ResolvedArguments {
  const configuration = expressionOf(element, element.toTerraform()) as { [block: string]: { [type: string]: unknown } };
  const ofType = Object.values(configuration.resource ?? configuration.data ?? configuration.provider ?? {})[0];
  return (Array.isArray(ofType) ? ofType[0] : (Object.values(ofType ?? {})[0] ?? {})) as ResolvedArguments;
}
