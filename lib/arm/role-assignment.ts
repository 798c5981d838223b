import { createHash } from 'node:crypto';
import type { TerraformProvider } from 'cdktf';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import type { AzapiResource } from '../azapi';
import { BROKEN_CONNECTION, lifecycleOf } from './managed-resource';
import type { Ownership } from './owned-resource';
import { ownedLogicalId, OwnedResource } from './owned-resource';
import { ROLE_ASSIGNMENT_TYPE } from './resource-types';
import { importId } from '../azapi/arm-id';
import { hcl } from '../terraform/hcl-expression';
import { idKeyOf } from '../terraform/references';
import { escapeTemplates, isToken } from '../terraform/templates';
import { show } from '../validation/show';

const CONTAINER = 'SessionPoolRoleAssignments';
const STACKS = new WeakMap<TerraformStack, RoleAssignments>();

/** A role for a principal on a resource. */
export interface RoleAssignmentProps {
  /** The ARM ID of the resource that the role is assigned on. */
  readonly scope: string;
  readonly principalId: string;
  /** `User`, `Group`, `ServicePrincipal` and others, or nothing if the type is unknown. */
  readonly principalType?: string;
  /** The GUID of a role definition. */
  readonly roleId: string;
  /** What gives the role assignment its address. */
  readonly ownership: Ownership;
  readonly options: RoleAssignmentOptions;
}

/** How a role assignment is deployed. The same one cannot be deployed in two ways. */
export interface RoleAssignmentOptions {
  /** The role assignment that exists already, and what it is assigned on as far as that is known without Azure. */
  readonly existing?: { readonly name: string; readonly scope?: string };
  readonly preventDestroy?: boolean;
  readonly provider?: TerraformProvider;
}

/**
 * The role assignment, and the other address at which the same one is defined already; or why there can be none. Another role assignment can
 * have the address: what to do then is up to the caller, who is given a hash of scope, principal and role as they are written.
 */
export type RoleAssignmentResult =
  | { readonly resource: AzapiResource; readonly definedAs?: string }
  | { readonly addressTaken: string; readonly contentHash: string }
  | { readonly failure: string };

interface RoleAssignments {
  readonly byContent: Map<string, DefinedAssignment>;
  readonly logicalIds: Set<string>;
  readonly principalTypes: Map<string, string>;
}

interface DefinedAssignment {
  readonly resource: AzapiResource;
  readonly logicalId: string;
  readonly options: RoleAssignmentOptions;
}

/**
 * The role assignment, which is defined once in a stack for each scope, principal and role. Its address comes from its owner, so that another
 * spelling of the same scope or principal plans no change. Its name in ARM is a GUID made from scope, principal and role, so that another
 * principal replaces it, as ARM demands.
 */
export function findOrDefineRoleAssignment(construct: Construct, props: RoleAssignmentProps): RoleAssignmentResult {
  const { principalType, ownership, options, ...texts } = props;
  const { scope, principalId, roleId } = escapeTemplates(texts);
  const [scopeKey, principalKey, roleKey] = [scope, principalId, roleId].map(part => idKeyOf(construct, part));
  const assignments = assignmentsOf(TerraformStack.of(construct));
  const contradiction = checkPrincipalType(assignments, principalKey, principalType);
  if (contradiction) {
    return { failure: contradiction };
  }
  const content = JSON.stringify([scopeKey, principalKey, roleKey]);
  const logicalId = ownedLogicalId(ownership);
  const same = assignments.byContent.get(content);
  if (same) {
    return isSameDeployment(same.options, options) ? reuse(same, logicalId, principalType) : { failure: otherOptions(same.logicalId) };
  }
  if (assignments.logicalIds.has(logicalId)) {
    return { addressTaken: logicalId, contentHash: createHash('sha256').update(content).digest('hex').slice(0, 8) };
  }
  const resource = defineRoleAssignment(construct, logicalId, { ...props, scope, principalId, roleId });
  assignments.logicalIds.add(logicalId);
  assignments.byContent.set(content, { resource, logicalId, options });
  return { resource };
}

function assignmentsOf(stack: TerraformStack): RoleAssignments {
  const known = STACKS.get(stack) ?? { byContent: new Map(), logicalIds: new Set(), principalTypes: new Map() };
  STACKS.set(stack, known);
  return known;
}

function defineRoleAssignment(
  construct: Construct,
  logicalId: string,
  { scope, principalId, principalType, roleId, ownership, options: { existing, preventDestroy, provider } }: RoleAssignmentProps,
): AzapiResource {
  const stack = TerraformStack.of(construct);
  const container = (stack.node.tryFindChild(CONTAINER) as Construct | undefined) ?? new Construct(stack, CONTAINER);
  const config = {
    type: ROLE_ASSIGNMENT_TYPE,
    name: existing?.name ?? `\${uuidv5("oid", join("|", ${hcl([scope, principalId, roleId])}))}`,
    parentId: scope,
    body: {
      properties: {
        principalId,
        ...(principalType && { principalType }),
        roleDefinitionId: `/subscriptions/\${split("/", ${hcl(scope)})[2]}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
      },
    },
    responseExportValues: [],
    // ARM refuses to change whom a role assignment is for. What is adopted is somebody else's, which a wrong name must not delete.
    replaceTriggersRefs: existing ? undefined : ['properties.principalId', 'properties.roleDefinitionId'],
    ignoreCasing: true,
    retry: { errorMessageRegex: ['PrincipalNotFound', BROKEN_CONNECTION] },
    provider,
    lifecycle: lifecycleOf({ preventDestroy }),
  };
  const resource = new OwnedResource(container, logicalId, config, ownership);
  if (existing) {
    resource.importFrom(importId({ type: ROLE_ASSIGNMENT_TYPE, parentId: existing.scope ?? scope, name: existing.name }), provider);
  }
  return resource;
}

/** A principal has one type. Types that are tokens, and unknown ones, contradict nothing. */
function checkPrincipalType({ principalTypes }: RoleAssignments, principalKey: string, type: string | undefined): string | undefined {
  if (type === undefined || isToken(type)) {
    return undefined;
  }
  const known = principalTypes.get(principalKey) ?? type;
  principalTypes.set(principalKey, known);
  return known === type
    ? undefined
    : `principal must have one type in a stack, got ${show(type)} for a principal that is ${show(known)} in another grant`;
}

/** The type of a principal that was unknown before is added. */
function reuse({ resource, logicalId: definedAs }: DefinedAssignment, logicalId: string, principalType?: string): RoleAssignmentResult {
  const { properties } = resource.body as { properties: { principalType?: string } };
  if (principalType && !properties.principalType) {
    resource.body = { properties: { ...properties, principalType } };
  }
  return definedAs === logicalId ? { resource } : { resource, definedAs };
}

function isSameDeployment(a: RoleAssignmentOptions, b: RoleAssignmentOptions): boolean {
  return a.existing?.name.toLowerCase() === b.existing?.name.toLowerCase() && Boolean(a.preventDestroy) === Boolean(b.preventDestroy);
}

function otherOptions(logicalId: string): string {
  return `adoptExisting and preventDestroy must be the same wherever the same role is granted to the same principal, got others than for azapi_resource.${logicalId}`;
}
