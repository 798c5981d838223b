import type { Row, Section } from './results';

/** The sections of the log of results, as they stand in Markdown. */
export interface Log {
  readonly versions: string;
  readonly sections: readonly LoggedSection[];
  /** What the log says of OpenTofu. */
  readonly openTofu?: string;
}

export interface LoggedSection {
  readonly title: string;
  /** A line of the table each. */
  readonly rows: readonly string[];
}

/** A row of the log, read. */
export interface LoggedRow {
  readonly case: string;
  readonly expected: string;
  readonly seen: string;
  readonly count: number;
}

const OPENTOFU = '\n## OpenTofu\n';
const RAN_ON = 'Ran on ';
const INTRODUCTION = `# Results of the deployment suites

What the suites in this folder see when they deploy with the azapi provider to a stand-in for Azure Resource Manager. They write this log:
\`REGENERATE=1 npm run test:e2e\`, with the name of a suite behind \`--\` for its part alone. \`npm run test:e2e\` fails where it sees something
else. \`docs/reliability.md\` sums it up.

- Changes of a plan are named by the arguments of azapi that differ; no others do.
- "for each echo" is each way in which Azure may spell or order its answers; \`test/arm/echo.ts\` describes them.
- "azurerm replaced" marks examples in which \`terraform_data\` stands in for resources of azurerm, which talks to Azure alone.
`;

/** Reads a log. */
export function parseLog(text: string): Log {
  const [own, openTofu] = text.split(OPENTOFU);
  const [introduction, ...sections] = own.split(/^## /m);
  return {
    versions: versionsIn(introduction),
    sections: sections.map(section => ({
      title: section.split('\n', 1)[0],
      rows: section.split('\n').filter(line => line.startsWith('| ') && !/^\| (Case|---) /.test(line)),
    })),
    openTofu,
  };
}

/** Writes a log. */
export function renderLog({ versions, sections, openTofu }: Log): string {
  const parts = sections.map(({ title, rows }) => `## ${title}\n\n${table(rows)}`);
  return [INTRODUCTION, `${RAN_ON}${versions}.\n`, ...parts].join('\n') + (openTofu === undefined ? '' : OPENTOFU + openTofu);
}

/** The log of a run. What a part of the suites does not see stays as it was. */
export function logOfRun(before: Log, run: { readonly versions: string; readonly sections: readonly Section[] }, complete: boolean): Log {
  const seen = run.sections.map(({ title, rows }) => ({ title, rows: rows.map(renderRow) }));
  const kept = complete ? [] : before.sections.filter(({ title }) => !seen.some(other => other.title === title));
  const sections = [...seen, ...kept].sort((a, b) => (a.title < b.title ? -1 : 1));
  return { versions: run.versions, sections, openTofu: before.openTofu };
}

/** What OpenTofu does otherwise than the log says of Terraform. */
export function openTofuPart(log: Log, run: { readonly versions: string; readonly sections: readonly Section[] }): string {
  const known = new Set(log.sections.flatMap(({ rows }) => rows));
  const lines = run.sections.flatMap(({ rows }) => rows.map(renderRow));
  const others = lines.filter(line => !known.has(line));
  return [
    '',
    `${RAN_ON}${run.versions}.`,
    '',
    `${lines.length - others.length} of ${lines.length} results are as above.${others.length > 0 ? ' The others:' : ''}`,
    ...(others.length > 0 ? ['', table(others)] : ['']),
  ].join('\n');
}

/** The lines in which two texts differ, without those that name versions. */
export function differences(before: string, after: string): string[] {
  const [was, is] = [before, after].map(text => text.split('\n').filter(line => !line.startsWith(RAN_ON)));
  return [
    ...was.filter(line => !is.includes(line)).map(line => `- ${line}`),
    ...is.filter(line => !was.includes(line)).map(line => `+ ${line}`),
  ];
}

/** The cells of a row of the log. */
export function readRow(line: string): LoggedRow {
  const [name, expected, seen, count] = line
    .slice(2, -2)
    .split(/(?<!\\) \| /)
    .map(text => text.replace(/\\\|/g, '|'));
  return { case: name, expected, seen, count: Number(count) };
}

/** The versions that a text says it ran on. */
export function versionsIn(text: string): string {
  return new RegExp(`^${RAN_ON}(.+)\\.$`, 'm').exec(text)?.[1] ?? '';
}

function renderRow(row: Row): string {
  return `| ${[row.case, row.expected, row.seen === row.expected ? 'as expected' : row.seen, String(row.count)].map(cell).join(' | ')} |`;
}

function table(lines: readonly string[]): string {
  return ['| Case | Expected | Seen | Count |', '| --- | --- | --- | ---: |', ...lines, ''].join('\n');
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
}
