import { createHash } from 'node:crypto';
import type { TerraformProvider } from 'cdktf';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { AzapiResource } from '../azapi';
import { ROLE_ASSIGNMENT_TYPE } from './resource-types';
import { hcl } from '../terraform/hcl-expression';
import { idKeyOf } from '../terraform/references';
import { escapeTemplates } from '../terraform/templates';

const CONTAINER = 'SessionPoolRoleAssignments';

/** A role for a principal on a resource. */
export interface RoleAssignmentProps {
  /** The ARM id of what the role is granted on. */
  readonly scope: string;
  readonly principalId: string;
  /** `User`, `Group` or `ServicePrincipal`. */
  readonly principalType: string;
  /** The GUID of a built-in role. */
  readonly roleId: string;
  readonly provider?: TerraformProvider;
}

/**
 * The role assignment, defined once in a stack for each scope, principal and role. The name is a GUID made from the three, so
 * that another principal replaces the assignment, as ARM wants it.
 */
export function roleAssignment(construct: Construct, { provider, ...texts }: RoleAssignmentProps): AzapiResource {
  const stack = TerraformStack.of(construct);
  const { scope, principalId, principalType, roleId } = escapeTemplates(texts);
  const parts = [scope, principalId, roleId].map(part => idKeyOf(construct, part));
  const id = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
  const container = (stack.node.tryFindChild(CONTAINER) as Construct | undefined) ?? new Construct(stack, CONTAINER);
  return (
    (container.node.tryFindChild(id) as AzapiResource | undefined) ??
    new AzapiResource(container, id, {
      type: ROLE_ASSIGNMENT_TYPE,
      name: `\${uuidv5("oid", join("|", ${hcl([scope, principalId, roleId])}))}`,
      parentId: scope,
      body: {
        properties: {
          principalId,
          principalType,
          roleDefinitionId: `/subscriptions/\${split("/", ${hcl(scope)})[2]}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
        },
      },
      responseExportValues: [],
      ignoreCasing: true,
      retry: { errorMessageRegex: ['PrincipalNotFound'] },
      provider,
    })
  );
}
