import type { TerraformStack } from 'cdktf';
import { Testing } from 'cdktf';
import type { IConstruct } from 'constructs';
import { collectFindings } from '../../../lib/terraform/inherited-aspects';
import type { Fixture } from '../fixtures';

/** What the policies say, as `level path: [rule] message`. */
export function findingsOf(construct: IConstruct): string[] {
  return construct.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ data }) => /^\[SessionPool\w+\]|^\[Custom\w+\]/.test(String(data)))
        .map(({ type, data }) => `${type.replace('@cdktf/', '')} ${node.path}: ${data}`),
    );
}

/** Whether the policies say that the stack breaks the rule of the fixture. */
export function verdictOf({ ruleId }: Fixture, construct: IConstruct): boolean {
  return findingsOf(construct).some(finding => finding.includes(`[${ruleId}]`));
}

/** The same of a stack that is rendered although something is found. */
export function collectedFindings(stack: TerraformStack): string[] {
  collectFindings(stack, () => Testing.synth(stack));
  return findingsOf(stack);
}
