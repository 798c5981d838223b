import type { SynthesizedSessionPool } from './synthesized-session-pool';
import type { Json } from '../policies/reading/json';
import { isObject } from '../policies/reading/json';

/** What a plan has in the place of a value that is known only after apply. */
export const KNOWN_AFTER_APPLY = '(known after apply)';

interface Arguments extends Json {
  readonly type?: string;
  readonly body?: { readonly properties?: Json };
}

interface ResourceChange {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly change: { readonly after: unknown; readonly after_unknown?: unknown };
}

/** The pools of a parsed `cdk.tf.json`. */
export function poolsOfConfiguration(configuration: object): SynthesizedSessionPool[] {
  const { resource } = configuration as { resource?: { azapi_resource?: { [id: string]: Arguments } } };
  return pools(Object.entries(resource?.azapi_resource ?? {}).map(([id, args]) => [`azapi_resource.${id}`, args]));
}

/** The pools of a parsed `terraform show -json` of a plan, modules included and without those that are destroyed. */
export function poolsOfPlan(plan: object): SynthesizedSessionPool[] {
  const { resource_changes: changes = [] } = plan as { resource_changes?: ResourceChange[] };
  return pools(
    changes
      .filter(({ mode, type, change }) => mode === 'managed' && type === 'azapi_resource' && change.after)
      .map(({ address, change }) => [address, filled(change.after, change.after_unknown) as Arguments]),
  );
}

function pools(resources: Array<[address: string, args: Arguments]>): SynthesizedSessionPool[] {
  return resources
    .filter(([, { type }]) => /^Microsoft\.App\/sessionPools@/i.test(String(type)))
    .map(([address, args]) => poolOf(address, args));
}

function poolOf(address: string, args: Arguments): SynthesizedSessionPool {
  const identity = Array.isArray(args.identity) ? (args.identity[0] as Json | undefined) : (args.identity as Json | undefined);
  return {
    address,
    name: String(args.name),
    apiVersion: String(args.type).split('@')[1],
    location: String(args.location),
    tags: (args.tags ?? {}) as Json,
    identity,
    properties: args.body?.properties ?? {},
  };
}

/** The value with a text where something is known only after apply. */
function filled(value: unknown, unknown: unknown): unknown {
  if (unknown === true) {
    return KNOWN_AFTER_APPLY;
  }
  if (Array.isArray(value) && Array.isArray(unknown)) {
    return value.map((item, index) => filled(item, unknown[index]));
  }
  if (isObject(value) && isObject(unknown)) {
    const marked = Object.entries(unknown).filter(([, mark]) => mark);
    return { ...value, ...Object.fromEntries(marked.map(([key, mark]) => [key, filled(value[key], mark)])) };
  }
  return value;
}
