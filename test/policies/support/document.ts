import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSharedFiles } from './shared';
import { builtInRules } from '../../../lib/policies/rules';

const FILE = join(__dirname, '..', '..', '..', 'docs', 'policies.md');
const [BEGIN, END] = ['<!-- rules: npm run policies:docs -->\n', '<!-- /rules -->\n'];

/** The document as it is, and as it should be. */
export function documents(): { readonly actual: string; readonly expected: string } {
  const actual = readFileSync(FILE, 'utf8');
  const [before, rest] = actual.split(BEGIN);
  return { actual, expected: `${before}${BEGIN}${rulesAsMarkdown()}${END}${rest.split(END)[1]}` };
}

function rulesAsMarkdown(): string {
  const rules = builtInRules();
  const table = rules.map(({ ruleId, level, cause }) => `| [${ruleId}](#${ruleId.toLowerCase()}) | ${level} | ${cause} |`);
  const sections = rules.map(({ ruleId, explanation, remedy }) => `### ${ruleId}\n\n${explanation}\n\nRemedy: ${remedy}.\n`);
  return `\n| Rule | Level | Cause |\n| --- | --- | --- |\n${table.join('\n')}\n\n${sections.join('\n')}\n`;
}

async function write(): Promise<void> {
  await writeSharedFiles();
  writeFileSync(FILE, documents().expected);
}

if (require.main === module) {
  void write();
}
