import type { TaggableAzapiResource } from '../azapi';
import { hasExpression, unescapeTemplate } from '../terraform/template-expressions';
import { isToken } from '../terraform/templates';
import { Findings, show } from '../validation/findings';

/** ARM's limits for the names of tags. */
export const TAG_NAME = { pattern: /^[^<>%&\\?/]{1,512}$/, rule: 'have 1 to 512 characters without < > % & \\ ? /' };

/** ARM's limits for tags. */
export function checkTags(tags: { [key: string]: string } | undefined, findings: Findings): void {
  if (!findings.map('tags', tags)) {
    return;
  }
  const names = Object.keys(tags);
  if (names.length > 50) {
    findings.error(`tags must be at most 50, got ${names.length}`);
  }
  for (const [name, value] of Object.entries(tags)) {
    findings.text('a name in tags', name, TAG_NAME);
    findings.requiredText(`tags[${show(name)}]`, value);
    findings.text(`tags[${show(name)}]`, value, { pattern: /^[^]{0,256}$/, rule: 'have at most 256 characters' });
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
