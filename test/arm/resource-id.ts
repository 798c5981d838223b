/** A resource id taken apart: `{scope}/providers/{namespace}/{type}/{name}[/{type}/{name}]`. */
export interface ResourceId {
  readonly id: string;
  /** The id in lower case: ARM compares ids without regard to case. */
  readonly key: string;
  readonly subscriptionId: string;
  readonly resourceGroup?: string;
  /** What the last `/providers/` stands under: a resource group, a subscription or another resource. */
  readonly scope: string;
  /** `Microsoft.App/sessionPools`, spelled as in the id. */
  readonly type: string;
  readonly name: string;
}

/** A collection (`.../sessionPools`) or an action (`.../sessionPools/x/rotate`): a path that ends in a type or a verb. */
export interface ResourcePath {
  readonly parent: string;
  readonly last: string;
}

const RESOURCE_GROUP = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+$/i;
const SUBSCRIPTION = /^\/subscriptions\/[^/]+$/i;

/** The resource a path names, `undefined` if it names a collection or an action. */
export function parseResourceId(path: string): ResourceId | undefined {
  const id = path.replace(/\/+$/, '');
  const key = id.toLowerCase();
  const segments = id.split('/').slice(1);
  const subscriptionId = key.startsWith('/subscriptions/') ? (segments[1] ?? '') : '';
  const resourceGroup = segments[2]?.toLowerCase() === 'resourcegroups' ? segments[3] : undefined;
  const common = { id, key, subscriptionId, resourceGroup, name: segments[segments.length - 1] };

  const providers = key.lastIndexOf('/providers/');
  if (providers < 0) {
    if (RESOURCE_GROUP.test(id)) {
      return { ...common, scope: `/subscriptions/${subscriptionId}`, type: 'Microsoft.Resources/resourceGroups' };
    }
    if (SUBSCRIPTION.test(id)) return { ...common, scope: '', type: 'Microsoft.Resources/subscriptions' };
    return undefined;
  }
  const [namespace, ...pairs] = id.slice(providers + '/providers/'.length).split('/');
  if (pairs.length === 0 || pairs.length % 2 === 1 || pairs.includes('')) return undefined;
  const types = pairs.filter((_, index) => index % 2 === 0);
  return { ...common, scope: id.slice(0, providers), type: [namespace, ...types].join('/') };
}

/** What a nested resource stands under, `undefined` for one that is not nested. */
export function parentOf({ id, type }: ResourceId): string | undefined {
  return type.split('/').length > 2 ? id.split('/').slice(0, -2).join('/') : undefined;
}

export function splitPath(path: string): ResourcePath {
  const clean = path.replace(/\/+$/, '');
  const slash = clean.lastIndexOf('/');
  return { parent: clean.slice(0, slash), last: clean.slice(slash + 1) };
}
