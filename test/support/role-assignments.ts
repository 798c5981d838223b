import type { Configuration, SynthesizedResource } from './synth';

/** Two object IDs, and the role of those who run code. */
export const ID = '11111111-2222-3333-4444-555555555555';
export const OTHER = '99999999-2222-3333-4444-555555555555';
export const EXECUTOR = '0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0';

/** The role assignments of a configuration by their logical IDs. */
export function assignmentsById({ resource }: Pick<Configuration, 'resource'>): Array<[string, SynthesizedResource]> {
  return Object.entries(resource.azapi_resource).filter(([, { type }]) => type.startsWith('Microsoft.Authorization/roleAssignments@'));
}

export function assignmentsIn(configuration: Pick<Configuration, 'resource'>): SynthesizedResource[] {
  return assignmentsById(configuration).map(([, assignment]) => assignment);
}
