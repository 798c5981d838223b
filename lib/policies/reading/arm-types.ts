import { hasExpression } from '../../terraform/template-expressions';
import type { PolicyResourceKind } from '../policy-resource';
import { CONSTANTS } from '../shared';
import { fold, lower } from '../values';

const KINDS: { readonly [type: string]: string } = CONSTANTS.kinds;
const SLASHES = /\/{2,}/g;
const EDGES = /^\/|\/$/g;
/** A segment and the one that takes it back. */
const DETOUR = /\/[^/]+\/\.\.\//g;
const ARM_TYPES = [...Object.keys(KINDS), ...CONSTANTS.deployments].filter(type => type.includes('/')).sort();

/** The ARM type in lower case, without the API version; nothing where the text is none. Of an expression, the first type that is named in it. */
export function armTypeIn(text: unknown): string | undefined {
  if (typeof text !== 'string' || !text.includes('/')) {
    return undefined;
  }
  return hasExpression(text)
    ? armTypeNamedIn(text)
    : fold(text.split('@')[0].replace(/[ \t\r\n]/g, ''))
        .replace(SLASHES, '/')
        .replace(EDGES, '');
}

/** The first ARM type that is named in the text. */
export function armTypeNamedIn(text: string): string | undefined {
  return ARM_TYPES.find(type => lower(text).includes(type));
}

/** The kind of a type, of ARM or of Terraform. */
export function kindOf(type: string | undefined): PolicyResourceKind | undefined {
  return type !== undefined && Object.hasOwn(KINDS, type) ? (KINDS[type] as PolicyResourceKind) : undefined;
}

/** Whether resources of the type deploy a template. */
export function isDeployment(type: string | undefined): boolean {
  return type !== undefined && CONSTANTS.deployments.includes(type);
}

/** The ARM type of what has the ID; nothing where it is none that matters here. */
export function armTypeOfId(id: string): string | undefined {
  const path = pathOf(id);
  return ARM_TYPES.find(type => {
    const at = path.lastIndexOf(`/providers/${type}/`);
    const name = path.slice(at + `/providers/${type}/`.length);
    return at >= 0 && name !== '' && !name.includes('/');
  });
}

/** The path of the resource that a request with the ID is for: in lower case, and without what ARM leaves out or undoes. */
function pathOf(id: string): string {
  const decoded = lower(id.replace(/[?#][^]*$/, ''))
    .replace(/%([2-7][0-9a-f])/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .toLowerCase();
  const plain = `${decoded}/`.replace(SLASHES, '/').replace(/\/(\.\/)+/g, '/');
  return plain.replace(DETOUR, '/').replace(DETOUR, '/').replace(DETOUR, '/').replace(/\/$/, '');
}
