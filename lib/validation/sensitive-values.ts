import { Aspects } from 'cdktf';
import type { IConstruct } from 'constructs';
import { Construct } from 'constructs';
import type { Acknowledgement } from './acknowledgement';
import { Findings } from './findings';
import { reportFindings } from './report';
import { show } from './show';
import { elementsFor, resolveIn } from '../terraform/stack-elements';
import { hasExpression } from '../terraform/template-expressions';
import { escapeTemplates, isToken } from '../terraform/templates';
import { originOfResolved } from '../terraform/value-origin';

/** What is kept out of plan and state, or does not get there. */
const NOT_PLAIN = ['acknowledgements', 'dependsOn', 'environment', 'metric', 'password', 'provider', 'secret', 'secrets', 'sharedKey'];
const MAPS = ['environmentVariables', 'tags'];
const MAX_DEPTH = 6;

/** A property, and what it is. */
type Place = readonly [prop: string, value: unknown];

interface Options {
  readonly acknowledgements?: Acknowledgement[];
}

/** Warns, when the app is synthesized, of sensitive values among the properties of a construct, which Terraform writes to plan and state. */
export function warnOfSensitiveValues<P extends Options>(
  construct: IConstruct,
  kind: string,
  props: P,
  added: () => object = () => ({}),
): void {
  const said = new Set<string>();
  const visit = (node: IConstruct) => {
    if (node === construct) {
      const findings = new Findings();
      for (const [prop, source] of sensitiveValues(construct, { ...props, ...added() }, said)) {
        said.add(prop);
        findings.warn(
          'sensitive-in-plain',
          `${prop} has the value of ${source}, which is sensitive: it is in saved plans and in the state in clear`,
        );
      }
      reportFindings(construct, kind, findings, props);
    }
  };
  Aspects.of(construct).add({ visit });
}

function sensitiveValues(construct: IConstruct, props: object, said: Set<string>): Array<readonly [prop: string, source: string]> {
  const expressions = tokensIn('', props, 0)
    .filter(([prop]) => !said.has(prop))
    .map(([prop, value]) => [prop, resolveIn(construct, escapeTemplates(value)).value] as const)
    .filter(([, value]) => hasExpression(value));
  if (expressions.length === 0) {
    return [];
  }
  const elements = elementsFor(construct, said);
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
