import type { TerraformProvider } from 'cdktf';
import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

const PROVIDER = Symbol.for('cdktf-azure-session-pools.Provider');

/** Remembers the azapi provider of a construct for what is defined around the construct. */
export function rememberProvider(construct: IConstruct, provider: TerraformProvider | undefined): void {
  Object.defineProperty(construct, PROVIDER, { value: provider });
}

/** The azapi provider that the construct was given, where the scope can use it: a provider belongs to one stack. */
export function providerOf(construct: IConstruct, scope: IConstruct): TerraformProvider | undefined {
  const { [PROVIDER]: provider } = construct as { readonly [PROVIDER]?: TerraformProvider };
  return provider && TerraformStack.of(provider) === TerraformStack.of(scope) ? provider : undefined;
}
