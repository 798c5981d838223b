import type { AzapiResource } from '../azapi';
import type { ISessionPool } from '../pool/session-pool';
import { show } from '../validation/show';

/** What a member of a fleet is called: its ID in the fleet, or its name in Azure. */
export interface MemberNames {
  readonly id: string;
  readonly name?: string;
}

/** The names of a pool of a fleet, in terms of the configuration. */
export function namesOf({ node }: ISessionPool): MemberNames {
  return { id: node.id, name: (node.defaultChild as AzapiResource)._armArguments.name };
}

/** Whether the member is meant. */
export function isCalled({ id, name }: MemberNames, given: string): boolean {
  return given === id || given === name;
}

/** What is wrong with the names of members that a property has. */
export function memberFailures(prop: string, given: string[], members: MemberNames[]): string[] {
  return given
    .filter(each => !members.some(member => isCalled(member, each)))
    .map(each => `${prop} must name pools of the fleet, got ${show(each)}: there are ${members.map(({ id }) => id).join(', ')}`);
}
