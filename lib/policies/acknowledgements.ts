import type { PolicyLevel } from './policy-level';
import type { Acknowledgement } from '../validation/acknowledgement';
import { checkAcknowledgements } from '../validation/acknowledgement-rules';
import { Findings, show } from '../validation/findings';

/** What is wrong with acknowledgements and levels. */
export function acknowledgementFailures(
  ruleIds: string[],
  acknowledgements: Acknowledgement[] | undefined,
  levels: { [ruleId: string]: PolicyLevel },
): string[] {
  const findings = new Findings();
  for (const id of ruleIds.filter((each, index) => ruleIds.indexOf(each) < index)) {
    findings.error(`additionalRules must have an id of their own, got ${show(id)} again`);
  }
  for (const id of Object.keys(levels).filter(each => !ruleIds.includes(each))) {
    findings.error(`levels must name a rule, got ${show(id)}: there are ${ruleIds.join(', ')}`);
  }
  checkAcknowledgements(acknowledgements, 'rule', ruleIds, findings);
  return findings.errors;
}
