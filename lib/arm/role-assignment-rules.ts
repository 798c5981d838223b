import { isToken } from '../terraform/templates';
import type { Findings } from '../validation/findings';
import { show } from '../validation/show';

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ASSIGNMENT = {
  pattern: new RegExp(`^(?:(/.+)/providers/Microsoft\\.Authorization/roleAssignments/)?(${GUID})$`, 'i'),
  rule: 'be the GUID or the ARM ID of a role assignment',
};
const GRANT_ID = { pattern: /^[A-Za-z0-9_-]{1,64}$/, rule: 'be 1 to 64 letters, digits, hyphens and underscores' };

/** A role assignment that exists already. */
export interface ExistingAssignment {
  readonly name: string;
  /** The ARM ID of the resource that it is on, if that is given. */
  readonly scope?: string;
}

/** What `adoptExisting` names. */
export function existingAssignment(adoptExisting: string | undefined): ExistingAssignment | undefined {
  const [, scope, name] = ASSIGNMENT.pattern.exec(adoptExisting ?? '') ?? [];
  return name === undefined ? undefined : { name, scope };
}

/** Checks what `adoptExisting` names: a role assignment on the resource, whose ARM ID is a token unless it is known. */
export function checkExisting(prop: string, adoptExisting: string | undefined, resourceId: string | undefined, findings: Findings): void {
  checkKnown(prop, adoptExisting, findings);
  if (!findings.text(prop, adoptExisting, ASSIGNMENT) || resourceId === undefined || isToken(resourceId)) {
    return;
  }
  const { scope } = existingAssignment(adoptExisting)!;
  if (scope !== undefined && scope.toLowerCase() !== resourceId.toLowerCase()) {
    findings.error(`${prop} must be on ${show(resourceId)} itself, got a role assignment on ${show(scope)}`);
  }
}

/** Checks what distinguishes one grant of a role from another. */
export function checkGrantId(prop: string, id: string | undefined, findings: Findings): void {
  checkKnown(prop, id, findings);
  findings.text(prop, id, GRANT_ID);
}

function checkKnown(prop: string, value: string | undefined, findings: Findings): void {
  if (typeof value === 'string' && isToken(value)) {
    findings.error(`${prop} must be known when the configuration is written, got a token: it is a part of addresses and names`);
  }
}
