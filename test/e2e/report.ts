import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row, Section } from './support/results';
import { RESULTS } from './support/results';

/** Puts the results of a run together. `REGENERATE=1` writes them to the document, otherwise they must be what it says. */

const DOCUMENT = join(__dirname, '..', '..', 'docs', 'reliability.md');
const OPENTOFU = '\n## OpenTofu\n';
const INTRODUCTION = `# Reliability

What the suite in \`test/e2e\` sees when it deploys pools with the azapi provider to a local stand-in for Azure Resource Manager,
which answers as Azure was recorded to. The suite writes this document: \`REGENERATE=1 npm run test:e2e\`. \`npm run test:e2e\` fails
where it sees something else.

- Changes of a plan are named by the arguments of azapi that differ; no others do.
- Azure echoes what it was given in several ways, each of which is tried on every example: secrets by name only, null, absent or
  redacted; lists in another order; \`/resourcegroups/\` in ids; read-only properties that nobody knows.
- "azurerm replaced" marks examples in which \`terraform_data\` stands in for resources of azurerm, which talks to Azure alone.
`;

interface Run {
  readonly versions: string;
  readonly sections: readonly Section[];
  /** Whether every file of the suite ran. */
  readonly complete: boolean;
}

function main(): number {
  const run = readRun();
  if (run.sections.length === 0) {
    console.log('No results: every test was skipped. The reason stands above.');
    return 0;
  }
  const [document, openTofu] = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8').split(OPENTOFU) : ['', undefined];
  if (run.versions.startsWith('OpenTofu')) {
    return finish(run, openTofu ?? '', differencesFrom(document, run), text => [document, text]);
  }
  return finish(run, document, render(run), text => [text, openTofu]);
}

function finish(run: Run, before: string, now: string, documentOf: (text: string) => Array<string | undefined>): number {
  const count = run.sections.flatMap(({ rows }) => rows).length;
  if (!run.complete) {
    console.log(`${count} results of a part of the suite, not compared with docs/reliability.md.`);
    return 0;
  }
  if (process.env.REGENERATE) {
    writeFileSync(
      DOCUMENT,
      documentOf(now)
        .filter(text => text !== undefined)
        .join(OPENTOFU),
    );
    console.log(`Wrote ${count} results to docs/reliability.md.`);
    return 0;
  }
  const [was, is] = [before, now].map(text => text.split('\n').filter(line => !line.startsWith('Ran on ')));
  const changes = [
    ...was.filter(line => !is.includes(line)).map(line => `- ${line}`),
    ...is.filter(line => !was.includes(line)).map(line => `+ ${line}`),
  ];
  console.log(
    changes.length > 0
      ? `docs/reliability.md says something else. Run it again with REGENERATE=1 if that is right:\n${changes.join('\n')}`
      : `${count} results, as docs/reliability.md says.`,
  );
  return changes.length > 0 ? 1 : 0;
}

function readRun(): Run {
  const files = existsSync(RESULTS)
    ? readdirSync(RESULTS)
        .filter(name => name.endsWith('.json'))
        .sort()
    : [];
  const all = readdirSync(__dirname).filter(name => name.endsWith('.e2e.ts'));
  const sections = files.map(name => JSON.parse(readFileSync(join(RESULTS, name), 'utf8')) as Section);
  return { versions: sections[0]?.versions ?? '', sections, complete: sections.length === all.length };
}

function render({ versions, sections }: Run): string {
  return [INTRODUCTION, `Ran on ${versions}.\n`, ...sections.map(renderSection)].join('\n');
}

function renderSection({ title, rows }: Section): string {
  return `## ${title}\n\n${table(rows.map(renderRow))}`;
}

function renderRow(row: Row): string {
  return `| ${[row.case, row.expected, row.seen === row.expected ? 'as expected' : row.seen, String(row.count)].map(cell).join(' | ')} |`;
}

function table(lines: readonly string[]): string {
  return ['| Case | Expected | Seen | Count |', '| --- | --- | --- | ---: |', ...lines, ''].join('\n');
}

/** What OpenTofu does otherwise than the document says of Terraform. */
function differencesFrom(document: string, { versions, sections }: Run): string {
  const known = document.split('\n');
  const lines = sections.flatMap(({ rows }) => rows.map(renderRow));
  const others = lines.filter(line => !known.includes(line));
  return [
    '',
    `Ran on ${versions}.`,
    '',
    `${lines.length - others.length} of ${lines.length} results are as above.${others.length > 0 ? ' The others:' : ''}`,
    ...(others.length > 0 ? ['', table(others)] : ['']),
  ].join('\n');
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
}

process.exitCode = main();
