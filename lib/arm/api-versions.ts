import { isToken } from '../terraform/templates';
import { isDay } from '../validation/days';
import type { Findings } from '../validation/findings';

/** What a pool may use that not every API version of `Microsoft.App/sessionPools` has. */
export type Feature = 'lifecycleConfiguration' | 'identities' | 'probes' | 'mcpServer';

/** An API version of `Microsoft.App/sessionPools`. */
export interface ApiVersion {
  readonly version: string;
  readonly features: Feature[];
  /** Azure's names for the container types. */
  readonly containerTypes: string[];
  /** Whether the schema that is embedded in the oldest supported azapi has this version. */
  readonly inAzapi: boolean;
  /** The first newer azapi whose schema has it. */
  readonly inAzapiSince?: string;
  /** Whether a pool gets it only if its `apiVersion` asks for it. */
  readonly onlyOnRequest?: boolean;
}

/** A container type and the API with which its sessions are used. */
interface ContainerType {
  readonly name: string;
  readonly sessionsApi: string;
}

/** The first version of the API of code interpreter sessions, on request only. The paths changed after it. */
export const FIRST_SESSIONS_API = '2024-02-02-preview';

/** The newest version of the API of code interpreter sessions. */
export const SESSIONS_API = '2025-10-02-preview';

/** The version of the API with which a custom container pool manages its sessions. */
export const MANAGEMENT_API = '2025-02-02-preview';

/** Azure's name for the container type of a custom container pool. */
export const CUSTOM_CONTAINER = 'CustomContainer';

/** Azure's name for the container type of a code interpreter pool unless another one is chosen. */
export const DEFAULT_CODE_INTERPRETER = 'PythonLTS';

/** The container types. */
export const CONTAINER_TYPES: ContainerType[] = [
  { name: 'PythonLTS', sessionsApi: SESSIONS_API },
  { name: 'NodeLTS', sessionsApi: SESSIONS_API },
  { name: 'Shell', sessionsApi: SESSIONS_API },
  { name: CUSTOM_CONTAINER, sessionsApi: MANAGEMENT_API },
];

/** The release of azapi after the oldest one that is supported. */
const AZAPI_AFTER_OLDEST = '2.13.0';

const GA_TYPES = [CUSTOM_CONTAINER, 'PythonLTS'];
const PREVIEW_TYPES = [...GA_TYPES, 'NodeLTS', 'Shell'];
const GA_2025: Feature[] = ['lifecycleConfiguration', 'identities'];

/**
 * The API versions of pools, in the order in which they are preferred: a pool is defined with the first one that has what it uses. Everything
 * that depends on an API version follows from here: a new one is a new line.
 */
export const API_VERSIONS: ApiVersion[] = [
  { version: '2026-01-01', features: GA_2025, containerTypes: GA_TYPES, inAzapi: true },
  { version: '2026-07-01', features: [...GA_2025, 'probes'], containerTypes: GA_TYPES, inAzapi: false, inAzapiSince: AZAPI_AFTER_OLDEST },
  { version: '2025-10-02-preview', features: [...GA_2025, 'probes', 'mcpServer'], containerTypes: PREVIEW_TYPES, inAzapi: true },
  {
    version: '2026-03-02-preview',
    features: [...GA_2025, 'mcpServer'],
    containerTypes: PREVIEW_TYPES,
    inAzapi: false,
    inAzapiSince: AZAPI_AFTER_OLDEST,
    onlyOnRequest: true,
  },
  { version: '2025-07-01', features: GA_2025, containerTypes: GA_TYPES, inAzapi: true },
  { version: '2025-02-02-preview', features: [...GA_2025, 'probes'], containerTypes: GA_TYPES, inAzapi: true },
  { version: '2025-01-01', features: GA_2025, containerTypes: GA_TYPES, inAzapi: true },
  { version: '2024-10-02-preview', features: ['identities'], containerTypes: GA_TYPES, inAzapi: true },
  { version: '2024-08-02-preview', features: [], containerTypes: GA_TYPES, inAzapi: true },
  { version: '2024-02-02-preview', features: [], containerTypes: GA_TYPES, inAzapi: true },
  { version: '2023-11-02-preview', features: [], containerTypes: GA_TYPES, inAzapi: false },
  { version: '2023-08-01-preview', features: [], containerTypes: GA_TYPES, inAzapi: false },
];

/** What a pool uses, as far as API versions differ. */
export interface UsedFeatures {
  readonly containerType: string;
  readonly features: Feature[];
}

/** The API version of a pool. */
export interface SelectedApiVersion {
  readonly version: string;
  readonly inAzapi: boolean;
  readonly inAzapiSince?: string;
  /** What the version is known to have, whether the pool uses it or not. */
  readonly features: readonly Feature[];
}

/** The first API version that has all the features and is not for those only who ask for it. */
export function preferredApiVersion(...features: Feature[]): ApiVersion {
  return preferred(API_VERSIONS.filter(candidate => missing(candidate, features).length === 0));
}

/**
 * The API version that has what the pool uses, and what is welcome if there is one that has both; or the requested one, which is refused if it
 * lacks something.
 */
export function selectApiVersion(
  { containerType, features }: UsedFeatures,
  requested: string | undefined,
  findings: Findings,
  welcome: Feature[] = [],
): SelectedApiVersion {
  const used: string[] = ['lifecycleConfiguration', ...(hasKnownVersions(containerType) ? [containerType] : []), ...features];
  const suitable = API_VERSIONS.filter(candidate => missing(candidate, used).length === 0);
  if (requested === undefined || requested === null) {
    const better = suitable.filter(candidate => missing(candidate, welcome).length === 0);
    return preferred(better.some(({ onlyOnRequest }) => !onlyOnRequest) ? better : suitable);
  }
  if (!isApiVersion('apiVersion', requested, findings)) {
    return { version: requested, inAzapi: true, features };
  }
  const known = API_VERSIONS.find(candidate => candidate.version === requested);
  if (!known) {
    findings.warn(
      'unknown-api-version',
      `apiVersion '${requested}' is not known to this library: nothing checks that it has what the pool uses`,
    );
    return { version: requested, inAzapi: false, features };
  }
  for (const feature of missing(known, used)) {
    findings.error(`apiVersion must have ${feature}, which the pool uses, got '${requested}': leave it out, or use ${list(suitable)}`);
  }
  return known;
}

/** Whether it is literal text that has the form of an API version. */
export function isApiVersion(prop: string, requested: string | undefined, findings: Findings): requested is string {
  const example = API_VERSIONS[0].version;
  const form = { pattern: /^\d{4}-\d{2}-\d{2}(-preview)?$/, rule: `have the form '${example}' or '${example}-preview'` };
  if (!findings.text(prop, requested, form)) {
    return false;
  }
  if (!isDay(requested!.slice(0, example.length))) {
    findings.error(`${prop} must be a day that exists, got '${requested}': leave it out, or use one such as '${example}'`);
    return false;
  }
  return true;
}

function hasKnownVersions(containerType: string): boolean {
  return !isToken(containerType) && CONTAINER_TYPES.some(({ name }) => name === containerType);
}

function missing({ features, containerTypes }: ApiVersion, used: string[]): string[] {
  return used.filter(each => ![...features, ...containerTypes].includes(each));
}

function preferred(suitable: ApiVersion[]): ApiVersion {
  return suitable.find(({ onlyOnRequest }) => !onlyOnRequest) ?? suitable[0];
}

function list(versions: ApiVersion[]): string {
  return versions.map(({ version }) => `'${version}'`).join(' or ');
}
