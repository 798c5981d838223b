import type { Findings } from '../validation/findings';
import { show } from '../validation/findings';

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
