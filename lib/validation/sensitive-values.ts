import type { IConstruct } from 'constructs';
import { Construct } from 'constructs';
import { warnAtSynthesis } from './at-synthesis';
import type { AcknowledgingProps } from './report';
import { show } from './show';
import { resolveIn, sharedElements } from '../terraform/stack-elements';
import { hasExpression } from '../terraform/template-expressions';
import { escapeTemplates, isToken } from '../terraform/templates';
import { originOfResolved } from '../terraform/value-origin';

/** What is kept out of plan and state, or does not get there. */
const NOT_PLAIN = ['acknowledgements', 'dependsOn', 'environment', 'metric', 'password', 'provider', 'secret', 'secrets', 'sharedKey'];
const MAPS = ['environmentVariables', 'tags'];
const MAX_DEPTH = 6;
const ELEMENTS = sharedElements();

/** A property, and what it is. */
type Place = readonly [prop: string, value: unknown];

/** Warns, when the app is synthesized, of sensitive values among the properties of a construct, which Terraform writes to plan and state. */
export function warnOfSensitiveValues(
  construct: IConstruct,
  kind: string,
  props: AcknowledgingProps,
  added: () => object = () => ({}),
): void {
  warnAtSynthesis(construct, kind, props, () =>
    sensitiveValues(construct, { ...props, ...added() }).map(([prop, source]) => ({
      id: 'sensitive-in-plain',
      message: `${prop} has the value of ${source}, which is sensitive: it is in saved plans and in the state in clear`,
    })),
  );
}

function sensitiveValues(construct: IConstruct, props: object): Array<readonly [prop: string, source: string]> {
  const expressions = tokensIn('', props, 0)
    .map(([prop, value]) => [prop, resolveIn(construct, escapeTemplates(value)).value] as const)
    .filter(([, value]) => hasExpression(value));
  if (expressions.length === 0) {
    return [];
  }
  const elements = ELEMENTS.for(construct);
  return expressions.flatMap(([prop, value]) =>
    originOfResolved(elements, value)
      .sensitive.slice(0, 1)
      .map(source => [prop, source] as const),
  );
}

/** The properties that are tokens or hold one. */
function tokensIn(prop: string, value: unknown, depth: number): Place[] {
  if (typeof value !== 'object' || value === null || isToken(value)) {
    return isToken(value) ? [[prop, value]] : [];
  }
  if (Construct.isConstruct(value) || depth > MAX_DEPTH) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => tokensIn(`${prop}[${index}]`, item, depth + 1));
  }
  if (MAPS.includes(prop)) {
    return Object.entries(value).flatMap(([name, item]) => tokensIn(`${prop}[${show(name)}]`, item, depth + 1));
  }
  return Object.entries(value)
    .filter(([name]) => !NOT_PLAIN.includes(name))
    .flatMap(([name, item]) => tokensIn(prop === '' ? name : `${prop}.${name}`, item, depth + 1));
}
