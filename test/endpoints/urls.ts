import { TerraformOutput } from 'cdktf';
import type { TerraformStack } from 'cdktf';
import type { SessionPoolEndpoints } from '../../lib';
import { ValidationError } from '../../lib/errors';
import { computedEndpoint } from '../support/fixtures';
import { synthesize } from '../support/synth';

export const POOL = 'azapi_resource.pool_056F3F7E';
export const ENDPOINT = computedEndpoint(POOL);

export const URLS = [
  ['executeCode', 'executions'],
  ['executionResult', 'executions/a.txt'],
  ['uploadFile', 'files'],
  ['listFiles', 'files'],
  ['fileMetadata', 'files/a.txt'],
  ['deleteFile', 'files/a.txt'],
  ['downloadFile', 'files/a.txt/content'],
  ['describeSession', 'session'],
  ['stopSession', 'session'],
  ['listSessions', 'listSessions'],
  ['sessionMetadata', 'metadata'],
] as const;

export const FIRST_URLS = [
  ['executeCode', 'code/execute'],
  ['uploadFile', 'files/upload'],
  ['listFiles', 'files'],
  ['downloadFile', 'files/content/a.txt'],
] as const;

export type Member = (typeof URLS)[number][0];

/** The URL that a member gives, of the file or of the run `a.txt` where it takes a name. */
export function urlOf(endpoints: SessionPoolEndpoints, member: Member): string {
  const value = endpoints[member];
  return typeof value === 'string' ? value : (value as (name: string) => string).call(endpoints, 'a.txt');
}

export function valueOf(build: (stack: TerraformStack) => unknown): unknown {
  return synthesize(stack => void new TerraformOutput(stack, 'o', { value: build(stack), staticId: true })).output.o.value;
}

export function unavailable(failure: string): ValidationError {
  return new ValidationError('SessionPoolEndpoints', 'stack/pool', [failure]);
}
