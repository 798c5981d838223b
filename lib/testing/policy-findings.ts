import type { IAspect, TerraformStack } from 'cdktf';
import { AnnotationMetadataEntryType, Aspects, Testing } from 'cdktf';
import { collectFindings } from '../terraform/inherited-aspects';

const FINDING_TYPES: string[] = [AnnotationMetadataEntryType.WARN, AnnotationMetadataEntryType.ERROR];

/** What the policies say of a stack, as `path: [rule] message`; errors and warnings alike. */
export function findingsOf(stack: TerraformStack, policies: IAspect): string[] {
  Aspects.of(stack).add(policies);
  collectFindings(stack, () => Testing.synth(stack));
  return stack.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ type, data }) => FINDING_TYPES.includes(type) && /^\[[A-Z]\w+\] /.test(String(data)))
        .map(({ data }) => `${node.path}: ${data}`),
    );
}
