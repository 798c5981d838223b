import { TerraformProvider, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

const DEFAULT_PROVIDERS = new WeakMap<TerraformStack, TerraformProvider>();

/**
 * Whether a provider, or else the default one of the stack, is for Azure's public cloud, as far as its arguments say: neither for another
 * `environment` or one that is known later, nor for the endpoints of a private cloud. Complete once the stack has its providers.
 */
export function isForPublicCloud(scope: Construct, provider?: TerraformProvider): boolean {
  const { environment, endpoint } = argumentsOf(provider ?? defaultProvider(TerraformStack.of(scope)));
  return (environment ?? 'public') === 'public' && (Array.isArray(endpoint) ? endpoint.length === 0 : !endpoint);
}

function defaultProvider(stack: TerraformStack): TerraformProvider | undefined {
  const found =
    DEFAULT_PROVIDERS.get(stack) ??
    stack.node
      .findAll()
      .filter(TerraformProvider.isTerraformProvider)
      .find(({ terraformResourceType, alias }) => terraformResourceType === 'azapi' && !alias);
  if (found) {
    DEFAULT_PROVIDERS.set(stack, found);
  }
  return found;
}

function argumentsOf(provider: TerraformProvider | undefined): { readonly environment?: unknown; readonly endpoint?: unknown } {
  const { provider: blocks } = (provider?.toTerraform() ?? {}) as { provider?: { [type: string]: object[] } };
  return Object.values(blocks ?? {})[0]?.[0] ?? {};
}
