import type { Settings } from './settings';
import type { Json, JsonObject } from '../arm/json';
import { asObject, isObject } from '../arm/json';

/** A request of azapi and how it was answered. azapi does not log bodies. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly apiVersion?: string;
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
}

/** What a resource was answered as, at an API version. */
export interface Answer {
  readonly type: string;
  readonly apiVersion: string;
  readonly body: JsonObject;
}

/** What was refused, and how. */
export interface Refusal {
  readonly name: string;
  /** Missing where it was not refused. */
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
}

/** What a run has seen, without anything that tells whose subscription it was. */
export interface Recording {
  readonly secondPlans: { readonly [example: string]: string };
  readonly exchanges: readonly Exchange[];
  readonly answers: readonly Answer[];
  readonly refusals: readonly Refusal[];
}

const HEADERS = ['azure-asyncoperation', 'location', 'retry-after', 'x-ms-retry-after-ms', 'x-ms-async-operation-timeout'];
const TRAFFIC = /Live traffic: (\{.*\})\s*(?:: timestamp=.*)?$/;

interface Traffic {
  readonly request: { readonly method: string; readonly url: string };
  readonly response: { readonly statusCode: number; readonly headers?: { readonly [name: string]: string } };
}

/** The exchanges in a log that Terraform has written with `TF_LOG=DEBUG`. */
export function exchangesIn(log: string): Exchange[] {
  return log.split('\n').flatMap(line => {
    const [, text] = TRAFFIC.exec(line) ?? [];
    if (text === undefined) return [];
    const { request, response } = JSON.parse(text) as Traffic;
    const url = new URL(request.url);
    const headers = Object.entries(response.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
    return [
      {
        method: request.method,
        path: decodeURI(url.pathname),
        apiVersion: url.searchParams.get('api-version') ?? undefined,
        status: response.statusCode,
        headers: Object.fromEntries(headers.filter(([name]) => HEADERS.includes(name))),
      },
    ];
  });
}

/** How azapi says that Azure has refused something. */
export function refusalIn(name: string, output: string): Refusal {
  const text = output.replace(/^[│╷╵ ]+/gm, '');
  const [, status] = /RESPONSE (\d{3})/.exec(text) ?? [];
  const [, code] = /ERROR CODE: (\S+)/.exec(text) ?? [];
  const [, message] = /"message": "((?:[^"\\]|\\.)*)"/.exec(text.replace(/\n/g, ' ')) ?? [];
  return {
    name,
    ...(status && { status: Number(status) }),
    ...(code && { code }),
    ...(message && { message: message.replace(/\s+/g, ' ') }),
  };
}

/** Removes what tells whose subscription it was: IDs, names, users, addresses, domains and tokens of operations. */
export function anonymous<T>(value: T, { subscriptionId, resourceGroup, suffix }: Settings): T {
  const ids = new Map<string, string>();
  const numbered = (guid: string) => {
    const key = guid.toLowerCase();
    if (!ids.has(key)) ids.set(key, `guid-${ids.size + 1}`);
    return ids.get(key)!;
  };
  const clean = (text: string) =>
    text
      .replaceAll(new RegExp(escaped(subscriptionId), 'gi'), 'subscription')
      .replaceAll(new RegExp(`(resourceGroups/|resource group ['"]?)${escaped(resourceGroup)}(?=$|[/'"?\\s.,])`, 'gi'), '$1group')
      .replaceAll(new RegExp(escaped(suffix), 'gi'), '')
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, numbered)
      .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, 'user')
      .replace(/\b[a-z]+-[0-9a-f]{8}(?=\.[a-z0-9]+\.azurecontainerapps)/gi, 'domain')
      .replace(/\b\d{1,3}(\.\d{1,3}){3}\b/g, 'address')
      .replace(/^https:\/\/[^/]+(?=\/subscriptions\/)/, 'https://management')
      .replace(/(?<=\/operation(?:Statuses|Results)\/)[^/?\s"]+/gi, 'operation')
      .replace(/(\?|&)(?!api-version=)[\w-]+=[^&\s"]*/g, '');
  return map(value as Json, clean) as T;
}

/** Who made something, and where it is reached, are left out as a whole. */
const LEFT_OUT = ['systemData', 'customDomainVerificationId', 'principalId', 'clientId', 'tenantId'];

function map(value: Json | undefined, clean: (text: string) => string): Json | undefined {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(item => map(item, clean) ?? null);
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([name]) => !LEFT_OUT.includes(name));
  return Object.fromEntries(members.map(([name, member]) => [clean(name), map(member, clean)]));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

interface ShownState {
  readonly values?: { readonly root_module?: { readonly resources?: readonly ShownResource[] } };
}

interface ShownResource {
  readonly mode: string;
  readonly values: { readonly type: string; readonly output?: Json };
}

/** What the data sources of a state that read everything have read: the text of `terraform show -json`. */
export function answersIn(shown: string): Answer[] {
  const { values } = JSON.parse(shown) as ShownState;
  return (values?.root_module?.resources ?? [])
    .filter(({ mode }) => mode === 'data')
    .map(({ values: { type, output } }) => {
      const [name, apiVersion] = type.split('@');
      return { type: name, apiVersion, body: asObject(output) };
    })
    .filter(({ body }) => 'id' in body);
}
