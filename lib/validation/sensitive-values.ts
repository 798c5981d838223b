import { TerraformElement, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { Construct } from 'constructs';
import { warnAtSynthesis } from './at-synthesis';
import type { AcknowledgingProps } from './report';
import { show } from './show';
import { overridesOf } from '../terraform/cdktf-internals';
import type { StackElements } from '../terraform/stack-elements';
import { resolveIn, sharedElements } from '../terraform/stack-elements';
import { hasExpression } from '../terraform/template-expressions';
import { escapeTemplates, isToken } from '../terraform/templates';
import type { ValueOrigin } from '../terraform/value-origin';
import { originOfResolved } from '../terraform/value-origin';

/** What is kept out of plan and state, or does not get there. */
const NOT_PLAIN = ['acknowledgements', 'dependsOn', 'environment', 'metric', 'provider', 'sensitive_body', 'sharedKey'];
const MAPS = ['environmentVariables', 'tags'];
const MAX_DEPTH = 12;
const ELEMENTS = sharedElements();

/** A property, and what it is. */
type Place<T = unknown> = readonly [prop: string, value: T];

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

function sensitiveValues(construct: IConstruct, props: object): Place<string>[] {
  const given = tokensIn('', props, 0);
  const expressions = [...given, ...changesOf(construct.node.defaultChild).filter(([, value]) => !given.some(([, each]) => each === value))]
    .map(([prop, value]) => [prop, resolveIn(construct, escapeTemplates(value))] as const)
    .filter(([, { value }]) => hasExpression(value));
  if (expressions.length === 0) {
    return [];
  }
  const looks = new Map<TerraformStack, StackElements>();
  const elementsOf = (stack: TerraformStack) => {
    const elements = looks.get(stack) ?? ELEMENTS.for(construct, stack);
    looks.set(stack, elements);
    return elements;
  };
  const elements = elementsOf(TerraformStack.of(construct));
  return expressions.flatMap(([prop, resolved]) =>
    sourcesOf(originOfResolved(elements, resolved), elementsOf)
      .slice(0, 1)
      .map(source => [prop, source] as const),
  );
}

/** What says that a value is sensitive. In other stacks cdktf refers to an output, which does not say so. */
function sourcesOf({ sensitive, foreign }: ValueOrigin, elementsOf: (stack: TerraformStack) => StackElements): string[] {
  return [
    ...sensitive,
    ...foreign.flatMap(({ stack, token }) =>
      originOfResolved(elementsOf(stack), resolveIn(stack, token)).sensitive.map(source => `${source} of stack '${stack.node.path}'`),
    ),
  ];
}

/** What overrides and aspects have set on the resource. */
function changesOf(resource: IConstruct | undefined): Place[] {
  if (!TerraformElement.isTerraformElement(resource)) {
    return [];
  }
  const { tagsInput: tags } = resource as { readonly tagsInput?: object };
  return [...tokensIn('', overridesOf(resource as TerraformElement), 0), ...tokensIn('', { tags }, 0)];
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
    return Object.entries(value).flatMap(([name, item]) =>
      isToken(name) ? [[`a name in ${prop}`, name] as const, [prop, item] as const] : tokensIn(`${prop}[${show(name)}]`, item, depth + 1),
    );
  }
  return (isSecret(value) ? ['name'] : Object.getOwnPropertyNames(value))
    .filter(name => !NOT_PLAIN.includes(name))
    .flatMap(name => tokensIn(prop === '' ? name : `${prop}.${name}`, (value as { readonly [name: string]: unknown })[name], depth + 1));
}

/** A secret, of which only the name is plain. */
function isSecret(value: object): boolean {
  return 'value' in value && 'variable' in value;
}
