import type { TerraformProvider } from 'cdktf';
import { TerraformResource, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

const PROVIDER = Symbol.for('cdktf-azure-session-pools.Provider');

/** Remembers the azapi provider that a construct was given. */
export function rememberProvider(construct: IConstruct, provider: TerraformProvider | undefined): void {
  Object.defineProperty(construct, PROVIDER, { value: provider });
}

/** The azapi provider of a construct, for everything else that its stack does with it. Another stack does not have that provider. */
export function providerOf(construct: IConstruct, user: IConstruct): TerraformProvider | undefined {
  if (TerraformStack.of(user) !== TerraformStack.of(construct)) {
    return undefined;
  }
  const { [PROVIDER]: provider } = construct as { [PROVIDER]?: TerraformProvider };
  const resource = construct.node.defaultChild;
  return (
    provider ??
    (TerraformResource.isTerraformResource(resource) && resource.terraformResourceType === 'azapi_resource' ? resource.provider : undefined)
  );
}
