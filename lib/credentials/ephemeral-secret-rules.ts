import { TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { SECRET_NAME } from './secret-rules';
import type { EphemeralSecretOptions, SessionSecret } from './session-secret';
import { isToken } from '../terraform/templates';
import { Findings } from '../validation/findings';
import { kindOf } from '../validation/objects';
import { checkProperties } from '../validation/property-rules';
import { addWarnings, throwErrors } from '../validation/report';
import { defined } from '../validation/without-nulls';

const VARIABLE_NAME = {
  pattern: /^(?!(source|version|providers|count|for_each|lifecycle|depends_on|locals)$)[A-Za-z_][\w-]*$/,
  rule: 'be a Terraform identifier that is not reserved',
  hint: 'give another variableName',
};

const EPHEMERAL = Symbol.for('cdktf-azure-session-pools.EphemeralSecret');

/** Remembers that the variable of a secret is ephemeral and refuses an empty value. */
export function markEphemeral(secret: SessionSecret): SessionSecret {
  return Object.defineProperty(secret, EPHEMERAL, { value: true });
}

/** Whether `SessionSecret.ephemeral` made the secret. */
export function isEphemeralSecret(secret: SessionSecret): boolean {
  return EPHEMERAL in secret;
}

/** Throws before anything is defined where the secret or its variable cannot be defined; else the name of the variable. */
export function checkEphemeralSecret(scope: Construct, id: string, name: string, options: EphemeralSecretOptions): string {
  const findings = new Findings();
  const { variableName = String(name).replace(/-/g, '_'), description } = defined(isOptions(options) ? options : {});
  if (!isOptions(options)) {
    findings.error(
      `options must be an object with variableName and description, got ${kindOf(options)}: the value is given as TF_VAR_<name>`,
    );
  } else {
    checkProperties(options ?? {}, 'EphemeralSecretOptions', 'EphemeralSecretOptions', findings);
  }
  if (isToken(name) || isToken(variableName)) {
    findings.error('name and variableName must be known when the configuration is written, got a token');
  } else if (
    findings.required('name', name, 'the name of the secret') &&
    findings.text('name', name, SECRET_NAME) &&
    findings.text('variableName', variableName, VARIABLE_NAME) &&
    isTaken(scope, id, variableName)
  ) {
    findings.error(
      `variableName must be used once in a stack, got '${variableName}' again: use the same SessionSecret, or another variableName`,
    );
  }
  if (isToken(description)) {
    findings.error('description must be known when the configuration is written, got a token');
  }
  findings.literal('description', description);
  throwErrors('SessionSecret', isToken(name) ? scope.node.path : `${scope.node.path}/${id}`, findings);
  addWarnings(scope, findings);
  return variableName;
}

function isOptions(options: unknown): options is EphemeralSecretOptions {
  return options === undefined || options === null || (typeof options === 'object' && !Array.isArray(options));
}

function isTaken(scope: Construct, id: string, variableName: string): boolean {
  return (
    scope.node.tryFindChild(id) !== undefined ||
    TerraformStack.of(scope)
      .node.findAll()
      .some(each => each instanceof TerraformVariable && each.friendlyUniqueId === variableName)
  );
}
