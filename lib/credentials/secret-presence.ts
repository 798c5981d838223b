import type { Construct } from 'constructs';
import { isEphemeralSecret } from './ephemeral-secret-rules';
import type { SessionSecret } from './session-secret';
import { operand } from '../terraform/plan-time-checks';
import type { PlanTimeCheck } from '../terraform/plan-time-checks';
import { expressionOf } from '../terraform/references';
import { escapeTemplate, isToken } from '../terraform/templates';
import { lazyText } from '../terraform/terraform-expression';

/** Lets a plan fail where a secret is empty, such as that of a CI variable that is not set. A variable of `SessionSecret.ephemeral` does so itself. */
export function presenceChecks(scope: Construct, secrets: SessionSecret[]): PlanTimeCheck[] {
  return secrets
    .filter(secret => !isEphemeralSecret(secret))
    .map(({ name, value }) => presenceCheck(scope, isToken(name) ? 'a secret' : `secret '${name}'`, value));
}

/** The check of one value. */
export function presenceCheck(scope: Construct, what: string, value: string): PlanTimeCheck {
  const reference = operand(escapeTemplate(value));
  return {
    condition: `\${${reference} != null && ${reference} != ""}`,
    errorMessage: lazyText(() => emptyMessage(what, String(expressionOf(scope, value)))),
  };
}

function emptyMessage(what: string, expression: string): string {
  const variable = /^\$\{var\.([\w-]+)\}$/.exec(expression)?.[1];
  return variable === undefined
    ? `the value of ${what} must not be empty`
    : `variable ${variable}, the value of ${what}, must not be empty: set TF_VAR_${variable}`;
}
