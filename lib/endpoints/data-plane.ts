import { hcl } from '../terraform/hcl-expression';
import { isToken } from '../terraform/templates';
import { TerraformExpression } from '../terraform/terraform-expression';

/** What tokens for the sessions are requested for. */
export const TOKEN_AUDIENCE = 'https://dynamicsessions.io';

/** The version of the API with which a custom container pool manages its sessions. */
export const MANAGEMENT_API = '2025-02-02-preview';

const FIRST_API = '2024-02-02-preview';
const SHELL_API = '2025-10-02-preview';

/** The documented paths of the API of code interpreter sessions. */
export interface DataPlanePaths {
  readonly execute: string;
  readonly upload: string;
  readonly list: string;
  readonly download: (filename: string) => string;
}

/** The version of the API of code interpreter sessions that is documented for a container type. */
export function codeInterpreterApi(containerType: string | undefined): string {
  return containerType === undefined || containerType === 'PythonLTS' ? FIRST_API : SHELL_API;
}

/** The paths of a version. They changed after the first one. */
export function pathsOf(apiVersion: string): DataPlanePaths {
  return apiVersion === FIRST_API
    ? { execute: 'code/execute', upload: 'files/upload', list: 'files', download: filename => `files/content/${filename}` }
    : { execute: 'executions', upload: 'files', list: 'files', download: filename => `files/${filename}/content` };
}

/** A name as a part of a URL; Terraform encodes a token. */
export function encodePathSegment(name: string): string {
  return isToken(name) ? TerraformExpression.raw(`urlencode(${hcl(name)})`) : encodeURIComponent(name);
}
