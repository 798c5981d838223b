import { CONTAINER_TYPES, DEFAULT_CODE_INTERPRETER, FIRST_SESSIONS_API, SESSIONS_API } from '../arm/api-versions';
import { hcl } from '../terraform/hcl-expression';
import { isToken } from '../terraform/templates';
import { TerraformExpression } from '../terraform/terraform-expression';

/** What tokens for the sessions are requested for. */
export const TOKEN_AUDIENCE = 'https://dynamicsessions.io';

/** The documented paths of the API of code interpreter sessions. */
export interface DataPlanePaths {
  readonly execute: string;
  readonly upload: string;
  readonly list: string;
  readonly download: (filename: string) => string;
}

/** The version of the API with which the sessions of a container type are used; of an unknown type, the newest one. */
export function sessionsApiOf(containerType: string = DEFAULT_CODE_INTERPRETER): string {
  return CONTAINER_TYPES.find(({ name }) => name === containerType)?.sessionsApi ?? SESSIONS_API;
}

/** The paths of a version. They changed after the first one. */
export function pathsOf(apiVersion: string): DataPlanePaths {
  return apiVersion === FIRST_SESSIONS_API
    ? { execute: 'code/execute', upload: 'files/upload', list: 'files', download: filename => `files/content/${filename}` }
    : { execute: 'executions', upload: 'files', list: 'files', download: filename => `files/${filename}/content` };
}

/** A name as a part of a URL; Terraform encodes a token. */
export function encodePathSegment(name: string): string {
  return isToken(name) ? TerraformExpression.raw(`urlencode(${hcl(name)})`) : encodeURIComponent(name);
}
