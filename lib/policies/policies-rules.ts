import { parameterFailures } from './data-schema';
import type { PolicyParameters } from './policy-parameters';
import type { Acknowledgement } from '../validation/acknowledgement';
import { checkAcknowledgements } from '../validation/acknowledgement-rules';
import { Findings, show } from '../validation/findings';
import { defined } from '../validation/without-nulls';

/** What policies are made of, as far as it can be wrong. */
export interface PolicyOptions {
  readonly ruleIds: string[];
  readonly acknowledgements?: Acknowledgement[];
  /** The parameters with the levels, as in a data file. */
  readonly parameters: PolicyParameters & { readonly levels?: { [ruleId: string]: string } };
}

/** What is wrong with parameters, levels and acknowledgements. */
export function policyFailures({ ruleIds, acknowledgements, parameters }: PolicyOptions): string[] {
  const findings = new Findings();
  parameterFailures(parameters).forEach(failure => findings.error(failure));
  for (const id of ruleIds.filter((each, index) => ruleIds.indexOf(each) < index)) {
    findings.error(`additionalRules must have an id of their own, got ${show(id)} again`);
  }
  const { additionalRuleIds, levels } = parameters;
  const known = [...ruleIds, ...(Array.isArray(additionalRuleIds) ? additionalRuleIds : [])];
  for (const id of Object.keys(levels ?? {}).filter(each => !known.includes(each))) {
    findings.error(`levels must name a rule, got ${show(id)}: there are ${ruleIds.join(', ')}`);
  }
  checkAcknowledgements(acknowledgements, 'rule', known, findings);
  if (parameters.requireExpiry === true && Array.isArray(acknowledgements)) {
    acknowledgements.forEach((each, index) => {
      if (typeof each === 'object' && each !== null && defined(each).expires === undefined) {
        findings.error(`acknowledgements[${index}].expires must be given: requireExpiry is set`);
      }
    });
  }
  return findings.errors;
}
