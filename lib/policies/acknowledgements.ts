import type { PolicyAcknowledgement } from './policy-acknowledgement';
import type { PolicyLevel } from './policy-level';
import type { IPolicyResource } from './policy-resource';
import { show } from '../validation/findings';

/** Whether a finding is accepted, and what to say of it where it is not any more. */
export interface AcknowledgementState {
  readonly accepted: boolean;
  readonly note: string;
}

/** What is wrong with acknowledgements and levels. */
export function acknowledgementFailures(
  ruleIds: string[],
  acknowledgements: PolicyAcknowledgement[],
  levels: { [ruleId: string]: PolicyLevel },
): string[] {
  const known = (prop: string, id: string) =>
    ruleIds.includes(id) ? [] : [`${prop} must name a rule, got ${show(id)}: there are ${ruleIds.join(', ')}`];
  return [
    ...ruleIds
      .filter((id, index) => ruleIds.indexOf(id) < index)
      .map(id => `additionalRules must have an id of their own, got ${show(id)} again`),
    ...Object.keys(levels).flatMap(id => known('levels', id)),
    ...acknowledgements.flatMap(({ ruleId, reason, expires }, index) => {
      const prop = `acknowledgements[${index}]`;
      return [
        ...known(`${prop}.ruleId`, ruleId),
        ...(reason?.trim() ? [] : [`${prop}.reason must say why, got ${show(reason)}`]),
        ...(expires === undefined || isDay(expires) ? [] : [`${prop}.expires must be a day such as '2027-01-31', got ${show(expires)}`]),
      ];
    }),
  ];
}

/** Whether what breaks a rule at a resource is accepted today. */
export function stateOf(acknowledgements: PolicyAcknowledgement[], ruleId: string, resource: IPolicyResource): AcknowledgementState {
  const today = new Date().toISOString().slice(0, 10);
  const matching = acknowledgements.filter(each => each.ruleId === ruleId && covers(each.path, resource));
  if (matching.some(({ expires }) => expires === undefined || expires >= today)) {
    return { accepted: true, note: '' };
  }
  const last = matching
    .map(({ expires }) => expires!)
    .sort()
    .at(-1);
  return { accepted: false, note: last ? ` (was accepted until ${last})` : '' };
}

function covers(path: string | undefined, resource: IPolicyResource): boolean {
  return path === undefined || path === resource.address || resource.path === path || resource.path.startsWith(`${path}/`);
}

/** Whether there is such a day: a date that is not there, such as the 31st of February, would be taken for another one. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}
