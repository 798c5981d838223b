import { armTypeIn, armTypeOfId, isDeployment, kindOf } from './arm-types';
import { canonical, hasExpressionAsName, hiddenPaths, merged, repeatedNames } from './body';
import type { Block } from './configuration';
import { templateIn, templateResources } from './deployments';
import type { Json } from './json';
import { isObject } from './json';
import { hasExpression } from '../../terraform/template-expressions';
import type { PolicyResourceKind } from '../policy-resource';
import { fold, isFilled, textOf } from '../values';

/** What a block defines or changes. */
export interface Definition {
  readonly kind: PolicyResourceKind;
  readonly block: Block;
  readonly definedBy: string;
  readonly isPartial: boolean;
  readonly arguments: Json;
  readonly body: unknown;
  readonly hidden: string[];
}

/** A removal of a role that is asked for. */
const REMOVAL = /remove|deactivate/i;

/** What a block defines or changes of the kinds that rules look at. */
export function definitionsOf(block: Block): Definition[] {
  const { type, arguments: args } = block;
  const sensitive = canonical(args.sensitive_body);
  const body = merged(canonical(args.body), sensitive);
  const { armType, definedBy, isPartial } = targetOf(block);
  if (isDeployment(armType)) {
    return ofDeployment(block, type.startsWith('azapi_') ? body : templateIn(args.template_content));
  }
  const kind = kindOf(armType);
  if (kind === undefined || isRemoval(body)) {
    return [];
  }
  const hidden = [
    ...hiddenPaths(sensitive).map(path => `sensitive_body has ${path}`),
    ...[...repeatedNames(args.body), ...repeatedNames(args.sensitive_body)].map(twice),
    ...(hasExpressionAsName(isObject(body) ? body.properties : undefined) ? ['the name of a property is an expression'] : []),
  ];
  return [{ kind, block, definedBy, isPartial, arguments: args, body, hidden }];
}

function ofDeployment(block: Block, template: unknown): Definition[] {
  const { body, sensitive_body: sensitive, template_content: content } = block.arguments;
  const hidden = [body, sensitive, templateIn(content)].flatMap(repeatedNames).map(twice);
  return templateResources(template).map(({ kind, resource }) => ({
    kind,
    block,
    definedBy: 'a deployment',
    isPartial: resource === undefined,
    arguments: resource ? { scope: '/', ...resource, type: `${String(resource.type)}@${String(resource.apiVersion)}` } : {},
    body: resource ?? '${template}',
    hidden,
  }));
}

interface Target {
  readonly armType?: string;
  readonly definedBy: string;
  readonly isPartial: boolean;
}

function targetOf({ type, arguments: args }: Block): Target {
  switch (type) {
    case 'azapi_resource':
      return { armType: armTypeIn(args.type), definedBy: type, isPartial: false };
    case 'azapi_update_resource':
      return { armType: armTypeOfId(textOf(args.resource_id)) ?? armTypeIn(args.type), definedBy: type, isPartial: true };
    case 'azapi_resource_action':
      return targetOfAction(args);
    default:
      return { armType: type.startsWith('azapi_') ? undefined : type, definedBy: type, isPartial: false };
  }
}

/** Only PUT and PATCH of the resource itself change it; any other request is an action. */
function targetOfAction({ type, method, action, resource_id: id }: Json): Target {
  const isKnown = !hasExpression(method);
  const verb = isKnown ? String(method).toUpperCase() : 'PATCH';
  return {
    armType: ['PUT', 'PATCH'].includes(verb) ? armTypeOfRequest(type, id, action) : undefined,
    definedBy: `azapi_resource_action (${verb})`,
    isPartial: verb !== 'PUT',
  };
}

/** The path decides what a request is for; where it is not known, what is named in it, else the type that is given. */
function armTypeOfRequest(type: unknown, id: unknown, action: unknown): string | undefined {
  if (isFilled(action) && hasExpression(action)) {
    return armTypeIn(action) ?? armTypeIn(type);
  }
  return isFilled(action) ? armTypeOfId(`${textOf(id)}/${textOf(action)}`) : (armTypeOfId(textOf(id)) ?? armTypeIn(type));
}

function isRemoval(body: unknown): boolean {
  const properties = isObject(body) ? body.properties : undefined;
  const requestType = isObject(properties) ? properties.requestType : undefined;
  return isFilled(requestType) && !hasExpression(requestType) && REMOVAL.test(fold(requestType));
}

function twice(name: string): string {
  return `'${name}' is given twice, in different casing`;
}
