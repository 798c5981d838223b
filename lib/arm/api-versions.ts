import type { Findings } from '../validation/findings';

/** What a pool may use that not every api version of `Microsoft.App/sessionPools` has. */
export type Feature = 'lifecycleConfiguration' | 'identities' | 'probes' | 'mcpServer' | 'NodeLTS' | 'Shell';

interface ApiVersion {
  readonly version: string;
  readonly features: Feature[];
  /** Whether the schema embedded in azapi has this version. */
  readonly inAzapi: boolean;
}

const GA_2025: Feature[] = ['lifecycleConfiguration', 'identities'];

/**
 * The api versions, in the order in which they are preferred: the first one that has what a pool uses is taken.
 * A new version is a new line here.
 */
const API_VERSIONS: ApiVersion[] = [
  { version: '2026-01-01', features: GA_2025, inAzapi: true },
  { version: '2026-07-01', features: [...GA_2025, 'probes'], inAzapi: false },
  { version: '2025-10-02-preview', features: [...GA_2025, 'probes', 'mcpServer', 'NodeLTS', 'Shell'], inAzapi: true },
  { version: '2025-07-01', features: GA_2025, inAzapi: true },
  { version: '2025-02-02-preview', features: [...GA_2025, 'probes'], inAzapi: true },
  { version: '2025-01-01', features: GA_2025, inAzapi: true },
  { version: '2024-10-02-preview', features: ['identities'], inAzapi: true },
  { version: '2024-08-02-preview', features: [], inAzapi: true },
  { version: '2024-02-02-preview', features: [], inAzapi: true },
];

/** The API version of a pool. */
export interface SelectedApiVersion {
  readonly version: string;
  readonly inAzapi: boolean;
  /** What the version is known to have, whether the pool uses it or not. */
  readonly features: readonly Feature[];
}

/**
 * The API version that has all the features, and those that are preferred where there is one that has both; or the one that was asked for,
 * which is refused where it lacks one that is used.
 */
export function selectApiVersion(
  used: Feature[],
  requested: string | undefined,
  findings: Findings,
  preferred: Feature[] = [],
): SelectedApiVersion {
  const features: Feature[] = ['lifecycleConfiguration', ...used];
  const suitable = API_VERSIONS.filter(candidate => features.every(feature => candidate.features.includes(feature)));
  if (requested === undefined || requested === null) {
    return suitable.find(candidate => preferred.every(feature => candidate.features.includes(feature))) ?? suitable[0];
  }
  if (
    !findings.text('apiVersion', requested, {
      pattern: /^\d{4}-\d{2}-\d{2}(-preview)?$/,
      rule: "have the form '2026-01-01' or '2026-01-01-preview'",
    })
  ) {
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
  for (const feature of features.filter(each => !known.features.includes(each))) {
    findings.error(`apiVersion must have ${feature}, which the pool uses, got '${requested}': leave it out, or use ${list(suitable)}`);
  }
  return known;
}

/** Whether the api version is generally available. */
export function isGenerallyAvailable(version: string): boolean {
  return !version.endsWith('-preview');
}

function list(versions: ApiVersion[]): string {
  return versions.map(({ version }) => `'${version}'`).join(' or ');
}
