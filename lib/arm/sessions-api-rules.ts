import { CONTAINER_TYPES, CUSTOM_CONTAINER, FIRST_SESSIONS_API, isApiVersion, SESSIONS_API } from './api-versions';
import { isToken } from '../terraform/templates';
import type { Findings } from '../validation/findings';

/** Whether it is a version of the API of code interpreter sessions that has the right form and is known now, since it decides the URLs. */
export function checkSessionsApiForm(prop: string, version: string | undefined, findings: Findings): version is string {
  if (isToken(version)) {
    findings.error(`${prop} must be known when the configuration is written, got a token: it decides the URLs of the sessions API`);
    return false;
  }
  return isApiVersion(prop, version, findings);
}

/** The version of the API of code interpreter sessions that a pool is used with. */
export function checkSessionsApiVersion(version: string | undefined, findings: Findings): void {
  if (checkSessionsApiForm('sessionsApiVersion', version, findings) && !knownVersions().includes(version)) {
    findings.warn(
      'unknown-api-version',
      `sessionsApiVersion '${version}' is not known to this library: the URLs are those of '${SESSIONS_API}'`,
    );
  }
}

function knownVersions(): string[] {
  return [FIRST_SESSIONS_API, ...CONTAINER_TYPES.filter(({ name }) => name !== CUSTOM_CONTAINER).map(({ sessionsApi }) => sessionsApi)];
}
