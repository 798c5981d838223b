import { DIAGNOSTIC_SETTINGS_TYPE, withAllCategories } from './diagnostic-setting';
import type { Json, JsonObject } from './json';
import { asList, asObject, asObjects, isObject } from './json';
import { normalizedLocation } from './locations';
import type { Tree } from './tree';
import { isList, propertyOf } from './tree';

/**
 * How answers differ from what was sent.
 * - `recorded`: as Azure answered: secrets with their names only
 * - `null`, `absent`, `empty`, `redacted`: other ways to withhold secrets
 * - `reordered`: lists of objects in another order, save the settings of identities
 * - `reordered-identities`: the settings of identities in another order
 * - `lower-cased-ids`: `/resourcegroups/`. source: microsoft/azure-container-apps#1233
 * - `extra-read-only`: properties that no schema knows
 * - `probe-defaults`: the options of probes that were not sent, with Kubernetes' defaults. source: container apps do
 * - `ids-in-lower-case`: all ids in lower case, that of the resource too. source: diagnostic settings are answered so
 * - `empty-lists`: `[]` where null was sent for a list
 * - `normalized-location`: `westus3` where Azure answers `West US 3`
 * - `identity-absent`: no `identity` where there is none, instead of the type None. assumed: some api versions answer no identity for a pool that has none
 * - `policy-tags`: a tag that Azure Policy has added to everything that has tags
 * - `all-categories`: diagnostic settings with the categories that were not sent, disabled. source: terraform-provider-azurerm#5673
 */
export type Echo =
  | 'recorded'
  | 'null'
  | 'absent'
  | 'empty'
  | 'redacted'
  | 'reordered'
  | 'reordered-identities'
  | 'lower-cased-ids'
  | 'extra-read-only'
  | 'probe-defaults'
  | 'ids-in-lower-case'
  | 'empty-lists'
  | 'normalized-location'
  | 'identity-absent'
  | 'policy-tags'
  | 'all-categories';

/** The tag of `policy-tags`. */
export const POLICY_TAGS = { 'cost-center': 'set by policy' };

/** What is known of a resource beside its answer. */
interface Background {
  readonly sent: JsonObject;
  readonly tree: Tree | undefined;
}

/** source: documentation of container apps' probes */
const PROBE_DEFAULTS = { failureThreshold: 3, periodSeconds: 10, successThreshold: 1, timeoutSeconds: 1 };

type Change = (answer: JsonObject, background: Background) => JsonObject;

const CHANGES: { readonly [echo in Echo]: Change } = {
  recorded: answer => answer,
  null: answer => withSecrets(answer, () => null),
  absent: answer => withSecrets(answer, () => undefined),
  empty: answer => withSecrets(answer, () => []),
  redacted: answer =>
    withSecrets(answer, secrets => (Array.isArray(secrets) ? secrets.map(secret => ({ ...asObject(secret), value: '***' })) : secrets)),
  reordered: answer => ({ ...answer, properties: { ...asObject(reordered(answer.properties)), ...identitySettingsOf(answer) } }),
  'reordered-identities': answer => ({
    ...answer,
    properties: { ...asObject(answer.properties), ...asObject(reordered(identitySettingsOf(answer))) },
  }),
  'lower-cased-ids': answer => ({ ...asObject(mapStrings(answer, lowerCasedGroup)), id: answer.id }),
  'extra-read-only': answer => ({
    ...answer,
    properties: {
      ...asObject(answer.properties),
      runningStatus: 'Ready',
      templateUpdateStatus: { activeTemplate: { status: { readyCount: 1 } } },
    },
    etag: '"1"',
  }),
  'probe-defaults': answer => asObject(mapObjects(answer, withProbeDefaults)),
  'ids-in-lower-case': answer => asObject(mapStrings(answer, text => (isId(text) ? text.toLowerCase() : text))),
  'empty-lists': (answer, { sent, tree }) => (tree ? asObject(withEmptyLists(answer, sent, tree)) : answer),
  'normalized-location': answer =>
    typeof answer.location === 'string' ? { ...answer, location: normalizedLocation(answer.location) } : answer,
  'identity-absent': answer => (asObject(answer.identity).type === 'None' ? { ...answer, identity: undefined } : answer),
  'policy-tags': answer =>
    typeof answer.location === 'string' ? { ...answer, tags: { ...asObject(answer.tags), ...POLICY_TAGS } } : answer,
  'all-categories': answer => (answer.type === DIAGNOSTIC_SETTINGS_TYPE ? withAllCategories(answer) : answer),
};

/** The answer that holds a resource, as `echo` wants it. */
export function echoed(answer: JsonObject, echo: Echo, background: Background): JsonObject {
  return isObject(answer.properties) ? CHANGES[echo](answer, background) : answer;
}

function withSecrets(answer: JsonObject, withheld: (secrets: Json | undefined) => Json | undefined): JsonObject {
  const properties = asObject(answer.properties);
  return 'secrets' in properties ? { ...answer, properties: { ...properties, secrets: withheld(properties.secrets) } } : answer;
}

function identitySettingsOf(answer: JsonObject): JsonObject {
  const { managedIdentitySettings } = asObject(answer.properties);
  return managedIdentitySettings === undefined ? {} : { managedIdentitySettings };
}

function reordered(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) {
    const items = value.map(item => reordered(item) ?? null);
    return items.every(isObject) ? items.reverse() : items;
  }
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, reordered(member)])) : value;
}

/** Every text in a value, and every name. */
function mapStrings(value: Json | undefined, change: (text: string) => string): Json | undefined {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map(item => mapStrings(item, change) ?? null);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [change(name), mapStrings(member, change)]));
}

function mapObjects(value: Json | undefined, change: (object: JsonObject) => JsonObject): Json | undefined {
  if (Array.isArray(value)) return value.map(item => mapObjects(item, change) ?? null);
  if (!isObject(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapObjects(member, change)])));
}

function withProbeDefaults(object: JsonObject): JsonObject {
  if (!Array.isArray(object.probes)) return object;
  return {
    ...object,
    probes: asObjects(object.probes).map(probe => ({
      ...PROBE_DEFAULTS,
      ...probe,
      ...(isObject(probe.httpGet) && { httpGet: { scheme: 'HTTP', ...probe.httpGet } }),
    })),
  };
}

function withEmptyLists(answer: Json | undefined, sent: Json | undefined, tree: Tree): Json | undefined {
  if (isList(tree)) {
    if (sent === null) return answer ?? [];
    return Array.isArray(answer) ? answer.map((item, index) => withEmptyLists(item, asList(sent)[index], tree[0]) ?? null) : answer;
  }
  if (!isObject(sent) || !isObject(answer) || typeof tree !== 'object') return answer;
  const members = Object.entries(sent).map(([name, member]) => {
    const property = propertyOf(tree as { readonly [name: string]: Tree }, name, false);
    return [name, property ? withEmptyLists(answer[name], member, property.tree) : answer[name]];
  });
  return { ...answer, ...(Object.fromEntries(members) as JsonObject) };
}

function lowerCasedGroup(text: string): string {
  return isId(text) ? text.replace(/\/resourceGroups\//i, '/resourcegroups/') : text;
}

function isId(text: string): boolean {
  return text.startsWith('/subscriptions/');
}
