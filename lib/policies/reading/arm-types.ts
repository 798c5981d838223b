import { hasExpression } from '../../terraform/template-expressions';
import type { PolicyResourceKind } from '../policy-resource';
import { CONSTANTS } from '../shared';
import { fold, lower } from '../values';

const KINDS: { readonly [type: string]: string } = CONSTANTS.kinds;
const ARM_TYPES = [...Object.keys(KINDS), ...CONSTANTS.deployments].filter(type => type.includes('/')).sort();

/** The ARM type in lower case, without the API version; nothing where the text is none. Of an expression, the first type that is named in it. */
export function armTypeIn(text: unknown): string | undefined {
  if (typeof text !== 'string' || !text.includes('/')) {
    return undefined;
  }
  return hasExpression(text) ? ARM_TYPES.find(type => lower(text).includes(type)) : fold(text).split('@')[0];
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
  const path = lower(id)
    .replace(/\?[^]*$/, '')
    .replace(/\/+$/, '');
  return ARM_TYPES.find(type => {
    const at = path.lastIndexOf(`/providers/${type}/`);
    const name = path.slice(at + `/providers/${type}/`.length);
    return at >= 0 && name !== '' && !name.includes('/');
  });
}
