import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSharedFiles } from './shared';
import { builtInRules } from '../../../lib/policies/rules';
import type { Bypass } from '../bypasses';
import { BYPASSES } from '../bypasses';
import { engineReadsPlans, ENGINES } from '../engines/engine';
import { FIXTURES } from '../fixtures';

const FILE = join(__dirname, '..', '..', '..', 'docs', 'policies.md');
const SECTIONS: { readonly [name: string]: () => string } = {
  rules: rulesAsMarkdown,
  bypasses: bypassesAsMarkdown,
  fixtures: fixturesAsMarkdown,
};

/** The document as it is, and as it should be. */
export function documents(): { readonly actual: string; readonly expected: string } {
  const actual = readFileSync(FILE, 'utf8');
  return { actual, expected: Object.entries(SECTIONS).reduce((text, [name, section]) => replaced(text, name, section()), actual) };
}

function replaced(text: string, name: string, section: string): string {
  const [begin, end] = [`<!-- ${name}: npm run policies:docs -->\n`, `<!-- /${name} -->\n`];
  const [before, rest] = text.split(begin);
  return `${before}${begin}${section}${end}${rest.split(end)[1]}`;
}

function rulesAsMarkdown(): string {
  const rules = builtInRules();
  const table = rules.map(({ ruleId, level, cause }) => `| [${ruleId}](#${ruleId.toLowerCase()}) | ${level} | ${cause} |`);
  const sections = rules.map(({ ruleId, explanation, remedy }) => `### ${ruleId}\n\n${explanation}\n\nRemedy: ${remedy}.\n`);
  return `\n| Rule | Level | Cause |\n| --- | --- | --- |\n${table.join('\n')}\n\n${sections.join('\n')}\n`;
}

function bypassesAsMarkdown(): string {
  const reasons = [...new Set(BYPASSES.flatMap(({ because }) => because ?? []))];
  const cell = (isFound: boolean, { because }: Bypass) => (isFound ? 'found' : `no <sup>${reasons.indexOf(because!) + 1}</sup>`);
  const rows = BYPASSES.map(bypass =>
    [bypass.title, ...ENGINES.map(engine => cell(engineReadsPlans(engine) ? bypass.plan : bypass.configuration, bypass))].join(' | '),
  );
  const notes = reasons.map((reason, index) => `${index + 1}. ${reason[0].toUpperCase()}${reason.slice(1)}.`);
  const head = ['Way', ...ENGINES];
  return `\n${[head.join(' | '), head.map(() => '---').join(' | '), ...rows].map(row => `| ${row} |`).join('\n')}\n\n${notes.join('\n')}\n\n`;
}

function fixturesAsMarkdown(): string {
  const rows = builtInRules().map(({ ruleId }) => {
    const of = (prefix: string) =>
      FIXTURES.filter(fixture => fixture.ruleId === ruleId && fixture.name.startsWith(prefix)).map(({ name }) => name.slice(prefix.length));
    return [ruleId, of('ok: ').length, of('bad: ').length, of('bad in a plan: ').join('; ') || 'none'].join(' | ');
  });
  const head = ['Rule', 'Stacks that keep it', 'Stacks that break it', 'Stacks that break it in a plan only'];
  return `\n${[head.join(' | '), '--- | ---: | ---: | ---', ...rows].map(row => `| ${row} |`).join('\n')}\n\n`;
}

if (require.main === module) {
  writeSharedFiles();
  writeFileSync(FILE, documents().expected);
}
