import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { normalizeRegion } from '../arm/regions';
import { isRegionName } from '../arm/resource-rules';
import { SESSION_POOL_TYPE } from '../arm/resource-types';
import { AzapiResource } from '../azapi';
import { argumentsIn } from '../terraform/cdktf-internals';
import { hcl } from '../terraform/hcl-expression';
import { operand } from '../terraform/plan-time-checks';
import { isToken } from '../terraform/templates';

/** Where pools are counted. */
export interface Place {
  readonly subscriptionId: string;
  /** As Azure writes it: `westus2`. */
  readonly region: string;
}

/** The terms of a sum that is the number of pools which the app defines in the place: numbers, and expressions for what is known later. */
export function definedPools(scope: IConstruct, place: Place): Array<number | string> {
  return scope.node.root.node
    .findAll()
    .filter((each): each is AzapiResource => each instanceof AzapiResource && isPool(each))
    .flatMap(resource => termOf(resource, TerraformStack.of(resource) === TerraformStack.of(scope), place) ?? []);
}

function isPool(resource: AzapiResource): boolean {
  return resource._armArguments.type.toLowerCase().startsWith(`${SESSION_POOL_TYPE}@`.toLowerCase());
}

/** What one resource adds. Values that are known later can be compared in their own stack only. */
function termOf(resource: AzapiResource, isInStack: boolean, { subscriptionId, region }: Place): number | string | undefined {
  const { location, count, for_each: forEach, parent_id: parentId } = argumentsIn(resource.toTerraform()) as Arguments;
  if (!isInSubscription(parentId, subscriptionId)) {
    return undefined;
  }
  const isKnown = isRegionName(location) && !isExpression(location);
  if (isKnown && normalizeRegion(location) !== region) {
    return undefined;
  }
  const instances = instancesOf(count, forEach);
  if (isKnown && typeof instances === 'number') {
    return instances;
  }
  if (!isInStack) {
    return undefined;
  }
  return isKnown ? instances : `(lower(replace(${operand(location)}, "/[ ()]/", "")) == ${hcl(region)} ? ${instances} : 0)`;
}

function instancesOf(count: number | string | undefined, forEach: unknown): number | string {
  if (forEach !== undefined) {
    return `length(${operand(forEach)})`;
  }
  return typeof count === 'string' || isToken(count) ? `tonumber(${operand(count)})` : (count ?? 1);
}

interface Arguments {
  readonly location?: unknown;
  readonly count?: number | string;
  readonly for_each?: unknown;
  readonly parent_id?: unknown;
}

/** A subscription that is known later is taken for the one that is asked for: a warning too many is better than one too few. */
function isInSubscription(parentId: unknown, subscriptionId: string): boolean {
  const [, known] = /^\/subscriptions\/([^/]+)\//i.exec(String(parentId)) ?? [];
  return known === undefined || isExpression(known) || isToken(subscriptionId) || known.toLowerCase() === subscriptionId.toLowerCase();
}

function isExpression(value: unknown): boolean {
  return typeof value !== 'string' || value.includes('${');
}
