import type { TaggableAzapiResource } from '../azapi';
import { hasExpression, unescapeTemplate } from '../terraform/template-expressions';
import { isToken } from '../terraform/templates';
import { Findings, show } from '../validation/findings';

/** ARM's limits for the names of tags. Azure's own hidden tags, such as `hidden-link:<id>`, name resources. */
export const TAG_NAME = {
  pattern: /^([^<>%&\\?/]{1,512}|hidden-[^<>%&\\?]{1,505})$/i,
  rule: 'have 1 to 512 characters without < > % & \\ ? /',
};
const VALUE = { pattern: /^[^]{0,256}$/, rule: 'have at most 256 characters' };

/** ARM's limits for tags. */
export function checkTags(tags: { [key: string]: string } | undefined, findings: Findings): void {
  findings.atMost('tags', tags, 50);
  if (!findings.map('tags', tags)) {
    return;
  }
  const names = Object.keys(tags);
  for (const [name, value] of Object.entries(tags)) {
    findings.text('a name in tags', name, TAG_NAME);
    findings.requiredText(`tags[${show(name)}]`, value);
    findings.text(`tags[${show(name)}]`, value, VALUE);
  }
  const folded = names.map(name => name.toLowerCase());
  for (const name of names.filter((each, index) => folded.indexOf(each.toLowerCase()) < index)) {
    findings.error(`tags must have names that differ by more than case, got ${show(name)} again`);
  }
}

/** Checks the tags that a resource has in the end: aspects can change them. Names and values that are expressions are left to ARM. */
export function checkTagsWhenComplete(resource: TaggableAzapiResource): void {
  resource.node.addValidation({
    validate: () => {
      const findings = new Findings();
      const { tagsInput: tags } = resource;
      checkTags(isToken(tags) ? undefined : tags && literalTags(tags), findings);
      return findings.errors;
    },
  });
}

function literalTags(tags: { [key: string]: string }): { [key: string]: string } {
  return Object.fromEntries(
    Object.entries(tags).map(([name, value]) => [
      hasExpression(name) ? name : unescapeTemplate(name),
      hasExpression(value) ? '' : typeof value === 'string' ? unescapeTemplate(value) : value,
    ]),
  );
}
