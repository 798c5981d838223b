import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { StackElements } from '../terraform/stack-elements';
import type { ValueOrigin } from '../terraform/value-origin';
import { originOf } from '../terraform/value-origin';
import type { Findings } from '../validation/findings';

/** A secret value and the property that it is given in. */
export interface SecretPlace {
  readonly prop: string;
  readonly value: string;
  /** Whether it is known already that a variable keeps it in saved plans. */
  readonly isInPlanFile?: boolean;
}

/** What may stand beside a secret without being one: separators, placeholders of `format`, small numbers. */
const SEPARATOR = /^(?:(?:%[dqsv]|[^\p{L}\p{N}]){0,3}|\d{1,3}|true|false)$/u;

/**
 * Where the value of a secret comes from when everything is defined: each branch of it has to refer to a variable without default, a data source, a
 * resource or an ephemeral resource of the stack. Literal text beside it, as in a connection string, is a warning.
 */
export function checkSecretOrigin(scope: IConstruct, elements: StackElements, place: SecretPlace, findings: Findings): void {
  const { prop, value, isInPlanFile } = place;
  const origin = originOf(scope, elements, value);
  const failure = failureOf(scope, origin);
  if (failure) {
    findings.error(`${prop} ${failure}`);
    return;
  }
  if (origin.defaults.length > 0 || origin.texts.some(text => !SEPARATOR.test(text))) {
    findings.warn(
      'text-in-secret',
      `${prop} has literal text beside the reference, which is in the synthesized configuration: make sure that the text is no secret`,
    );
  }
  if (!isInPlanFile && origin.variables.length > 0) {
    findings.warn('secret-in-plan-file', inPlanFile(prop));
  }
}

/** The warning of a secret that is in saved plans. */
export function inPlanFile(prop: string): string {
  return `${prop} comes from a variable that is not ephemeral: its value is in every saved plan file; use SessionSecret.ephemeral`;
}

function failureOf(scope: IConstruct, { foreign, isUnreadable, isSourced, defaults }: ValueOrigin): string | undefined {
  if (foreign.length > 0) {
    const [{ stack }] = foreign;
    const { path } = TerraformStack.of(scope).node;
    return `must come from stack '${path}', got a value of stack '${stack.node.path}', whose state would hold it in clear: define the secret in stack '${path}'`;
  }
  if (isUnreadable) {
    return 'must be a reference or functions of references, got an expression that cannot be checked';
  }
  if (isSourced) {
    return undefined;
  }
  if (defaults.length > 0) {
    return `must come from a variable without a default, got variable '${defaults[0]}', whose default is in the synthesized configuration: remove the default`;
  }
  return 'must come from a TerraformVariable or another resource, got what ends in a literal: a literal would be written to the synthesized configuration';
}
