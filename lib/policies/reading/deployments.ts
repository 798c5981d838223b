import { hasExpression } from '../../terraform/template-expressions';
import type { PolicyResourceKind } from '../policy-resource';
import { armTypeIn, armTypeNamedIn, kindOf } from './arm-types';
import { canonical } from './body';
import type { Json } from './json';
import { mapTexts, objectsIn, textsIn } from './json';

/** A resource in a template; without it, where only its type is to be seen in an expression. */
export interface TemplateResource {
  readonly kind: PolicyResourceKind;
  readonly resource?: Json;
}

/** The resources in the body of a deployment, at any depth: lists of resources, named resources, templates in templates. Of a template that is text, what is named in it. */
export function templateResources(body: unknown): TemplateResource[] {
  const found = objectsIn(withArmExpressions(canonical(body)))
    .filter(({ existing }) => existing !== true)
    .flatMap(resource => kindsOf(resource.type).map(kind => ({ kind, resource })));
  const named = textsIn(body)
    .filter(text => hasExpression(text) || /^[ \t\r\n]*\{/.test(text))
    .flatMap(text => kindsOfType(armTypeNamedIn(text)));
  return found.length > 0 ? found : [...new Set(named)].map(kind => ({ kind }));
}

/** The template in a text, in which texts are Terraform templates; the text itself where it is no JSON that is known. */
export function templateIn(text: unknown): unknown {
  if (typeof text !== 'string' || hasExpression(text)) {
    return text;
  }
  try {
    return mapTexts(JSON.parse(text.replaceAll('$${', '${').replaceAll('%%{', '%{')), each =>
      each.replaceAll('${', '$$$${').replaceAll('%{', '%%{'),
    );
  } catch {
    return text;
  }
}

function kindsOf(type: unknown): PolicyResourceKind[] {
  return kindsOfType(armTypeIn(type));
}

function kindsOfType(armType: string | undefined): PolicyResourceKind[] {
  const kind = kindOf(armType);
  return kind === undefined ? [] : [kind];
}

/** Expressions of ARM as those of Terraform: neither is known. */
function withArmExpressions(template: unknown): unknown {
  return mapTexts(template, text => (/^\[(?!\[)[^]*\]$/.test(text) ? `\${${text.replace(/[{}]/g, '')}}` : text));
}
