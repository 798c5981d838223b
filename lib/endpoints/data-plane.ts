import { CONTAINER_TYPES, DEFAULT_CODE_INTERPRETER, FIRST_SESSIONS_API, SESSIONS_API } from '../arm/api-versions';
import { hcl } from '../terraform/hcl-expression';
import { escapeTemplate, isToken } from '../terraform/templates';
import { TerraformExpression } from '../terraform/terraform-expression';

/** What tokens for the sessions are requested for. */
export const TOKEN_AUDIENCE = 'https://dynamicsessions.io';

/** The paths of an operation below the endpoint of a pool; `{name}` stands for a name. */
interface OperationPaths {
  /** Of a code interpreter pool. */
  readonly current: string;
  /** The same in the first version of the API, where it has the operation. */
  readonly first?: string;
  /** Of a custom container pool, where Azure answers and not the container. */
  readonly management?: string;
}

/** The operations, each named as the member that gives its URL. */
const OPERATIONS = {
  executeCode: { current: 'executions', first: 'code/execute' },
  executionResult: { current: 'executions/{name}' },
  uploadFile: { current: 'files', first: 'files/upload' },
  listFiles: { current: 'files', first: 'files' },
  fileMetadata: { current: 'files/{name}' },
  deleteFile: { current: 'files/{name}' },
  downloadFile: { current: 'files/{name}/content', first: 'files/content/{name}' },
  describeSession: { current: 'session', management: '.management/getSession' },
  stopSession: { current: 'session', management: '.management/stopSession' },
  listSessions: { current: 'listSessions', management: '.management/listSessions' },
  sessionMetadata: { current: 'metadata' },
} as const;

/** An operation on a session or on a pool. */
export type Operation = keyof typeof OPERATIONS;

/** The version of the API with which the sessions of a container type are used; of an unknown type, the newest one. */
export function sessionsApiOf(containerType: string = DEFAULT_CODE_INTERPRETER): string {
  return CONTAINER_TYPES.find(({ name }) => name === containerType)?.sessionsApi ?? SESSIONS_API;
}

/** The path of an operation on a code interpreter pool; nothing where the version of the API does not have it. */
export function interpreterPath(operation: Operation, apiVersion: string): string | undefined {
  const { current, first }: OperationPaths = OPERATIONS[operation];
  return apiVersion === FIRST_SESSIONS_API ? first : current;
}

/** The path of an operation on a custom container pool; nothing where the container answers alone. */
export function managementPath(operation: Operation): string | undefined {
  return (OPERATIONS[operation] as OperationPaths).management;
}

/** A name as a segment of a path or as the value of a query parameter. Terraform encodes a token, and writes a blank as `+`. */
export function encodeUrlPart(name: string): string {
  return isToken(name) ? TerraformExpression.raw(`replace(urlencode(${hcl(escapeTemplate(name))}), "+", "%20")`) : encodeURIComponent(name);
}
