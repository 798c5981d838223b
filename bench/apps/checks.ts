import type { Precondition, TerraformStack } from 'cdktf';
import { TerraformElement } from 'cdktf';
import type { Kind } from './definition';

/** A precondition of a resource, written by hand. */
type Condition = Pick<Precondition, 'condition' | 'errorMessage'>;

const IDENTITY_ID =
  '(?i)^/subscriptions/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/resourceGroups/' +
  '[-\\\\p{L}\\\\p{Nd}_.()]{0,89}[-\\\\p{L}\\\\p{Nd}_()]/providers/Microsoft\\\\.ManagedIdentity/userAssignedIdentities/[-\\\\w]+$';
const IDENTITY_ID_FORM = "'/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name>'";

export function tagLength(variable: string): Condition {
  return {
    condition: `\${can(regex("^[\\\\s\\\\S]{0,256}$", var.${variable}))}`,
    errorMessage: `tags['${variable}'] must have at most 256 characters, got '\${var.${variable}}'`,
  };
}

/** The ID of the identity is in two places, so that a person learns of both. */
export function identityIdForm(variable: string): Condition[] {
  return ['registryCredentials.identityId', 'identities[0]'].map(path => ({
    condition: `\${can(regex("${IDENTITY_ID}", var.${variable}))}`,
    errorMessage: `${path} must have the form ${IDENTITY_ID_FORM}, got '\${var.${variable}}'`,
  }));
}

export function presence(variable: string): Condition {
  return {
    condition: `\${var.${variable} != null && var.${variable} != ""}`,
    errorMessage: `variable ${variable}, the value of secret '${variable}', must not be empty: set TF_VAR_${variable}`,
  };
}

/** The `check` block that compares what Azure answers with what was asked for. cdktf has no class for it. */
export class Answers extends TerraformElement {
  private readonly differences: string[] = [];

  constructor(
    private readonly stack: TerraformStack,
    private readonly kind: Kind,
  ) {
    super(stack, 'answers');
  }

  public compare(name: string, address: string): void {
    const pool = `session pool '${this.stack.node.path}/${name}'`;
    const status = `lower(${address}.output.properties.sessionNetworkConfiguration.status) == lower("EgressDisabled")`;
    const advice = 'networkStatus is not what Azure answers with: apply again, and report it to Azure if it stays so';
    this.differences.push(`\${try(${status}, true) ? "" : "${pool}: ${advice}"}`);
    if (this.kind === 'interpreter') {
      const server = `try(${address}.output.properties.mcpServerSettings.isMcpServerEnabled == true, false)`;
      const switchOff = "mcpServer is in what Azure answers with: apply once with apiVersion '2025-10-02-preview', which turns it off";
      this.differences.push(`\${!${server} ? "" : "${pool}: ${switchOff}"}`);
    }
  }

  public toTerraform(): object {
    const text = 'join("\\n", compact(local.SessionPoolAnswers))';
    const assertion = {
      condition: '${join("", local.SessionPoolAnswers) == ""}',
      error_message: `\${try(nonsensitive(${text}), ${text})}`,
    };
    return {
      locals: { SessionPoolAnswers: this.differences },
      check: { SessionPoolAnswers: { assert: [assertion] } },
      // Checks need Terraform 1.5, write-only arguments 1.11.
      terraform: { required_version: this.kind === 'full' ? '>= 1.11.0' : '>= 1.5.0' },
    };
  }
}
