import { TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { SECRET_NAME } from './secret-rules';
import type { EphemeralSecretOptions } from './session-secret';
import { isToken } from '../terraform/templates';
import { Findings } from '../validation/findings';
import { checkProperties } from '../validation/property-rules';
import { addWarnings, throwErrors } from '../validation/report';

const VARIABLE_NAME = {
  pattern: /^(?!(source|version|providers|count|for_each|lifecycle|depends_on|locals)$)[A-Za-z_][\w-]*$/,
  rule: 'be a Terraform identifier that is not reserved',
  hint: 'give another variableName',
};

/** Throws before anything is defined where the secret or its variable cannot be defined. */
export function checkEphemeralSecret(
  scope: Construct,
  id: string,
  name: string,
  variableName: string,
  options: EphemeralSecretOptions,
): void {
  const findings = new Findings();
  checkProperties(options, 'EphemeralSecretOptions', 'EphemeralSecretOptions', findings);
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
  throwErrors('SessionSecret', isToken(name) ? scope.node.path : `${scope.node.path}/${id}`, findings);
  addWarnings(scope, findings);
}

function isTaken(scope: Construct, id: string, variableName: string): boolean {
  return (
    scope.node.tryFindChild(id) !== undefined ||
    TerraformStack.of(scope)
      .node.findAll()
      .some(each => each instanceof TerraformVariable && each.friendlyUniqueId === variableName)
  );
}
