import { ArmError } from './arm-error';
import { canonicalBody, withoutNulls } from './canonical-body';
import type { Json } from './json';
import { isObject } from './json';
import { checkBody, propertyTree } from './property-tree';
import type { ArmRequest, Target } from './request';
import type { ResourceId } from './resource-id';
import type { ResourceKind, Write } from './resource-kind';

/** source: ARM */
export function requireApiVersion({ apiVersion }: ArmRequest): string {
  if (!apiVersion) {
    throw new ArmError(400, 'MissingApiVersionParameter', 'The api-version query parameter (?api-version=) is required for all requests.');
  }
  return apiVersion;
}

/** source: ARM common deployment errors */
export function requireKnownVersion(kind: ResourceKind, id: ResourceId, apiVersion: string): void {
  if (kind.apiVersions?.includes(apiVersion) ?? true) return;
  const [namespace, ...types] = id.type.split('/');
  throw new ArmError(
    400,
    'NoRegisteredProviderFound',
    `No registered resource provider found for API version '${apiVersion}' ` +
      `for type '${types.join('/')}' in namespace '${namespace}'. The supported api-versions are '${kind.apiVersions?.join(', ')}'.`,
  );
}

/** assumed: 400 InvalidRequestContent and these words for a body that the property tree does not fit, null items of lists included */
export function readBody({ id, kind, apiVersion }: Target, body: Json | undefined): Pick<Write, 'body' | 'sent'> {
  if (!isObject(body)) throw new ArmError(400, 'InvalidRequestContent', 'The request content was invalid: a JSON object is required.');
  const version = kind.schemaVersion?.(apiVersion) ?? apiVersion;
  const tree = propertyTree(id.type, version);
  if (!tree) return { body: structuredClone(body), sent: body };
  const mistakes = checkBody(id.type, version, body, { ignoreCase: true, reportReadOnly: false, reportNumericStrings: false }).filter(
    mistake => !kind.ignoredProperties?.test(mistake.replace(/ is not a known property$/, '')),
  );
  if (mistakes.length > 0) throw new ArmError(400, 'InvalidRequestContent', `The request content was invalid: ${mistakes.join('; ')}.`);
  const sent = canonicalBody(tree, body);
  return { body: withoutNulls(sent), sent };
}
