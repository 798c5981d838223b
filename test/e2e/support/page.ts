import { join } from 'node:path';
import type { Log } from './log';
import { readRow, versionsIn } from './log';

/** The page that sums the log up for people. */
export const PAGE = join(__dirname, '..', '..', '..', 'docs', 'reliability.md');

/** What the suites try and what happens, in the order of the page, by the title of the suite. */
export const SUMMARIES: { readonly [title: string]: readonly [tried: string, happens: string] } = {
  Examples: [
    'Each example is deployed, planned again under every spelling of Azure, and destroyed',
    'The second plan is empty. Nothing is left',
  ],
  'Examples with azurerm': ['The same for examples with azurerm, whose resources are replaced', 'The same'],
  'Edits of one property': ['Each property of a pool is edited', 'It changes in place, or the pool is replaced, as documented'],
  'The plan around a construct': [
    'Each property is edited, with grants, alerts, outputs and another stack around it',
    'Nothing else in the plan changes, unless it is documented',
  ],
  'A platform of pools': [
    'Twenty-five resources and more are deployed, and planned again under every spelling of Azure',
    'The second plan is empty. What differs on purpose is listed',
  ],
  'Logs and names': [
    'Diagnostic settings, workbooks and private DNS zones are deployed, changed past Terraform, and destroyed',
    'Drift is seen and repaired',
  ],
  'The limit of session pools': ['The limit of a region is compared with the pools of the app', 'A warning, and an empty second plan'],
  Drift: [
    'Somebody changes, removes, swaps or adds something in Azure',
    'The next plan shows it and the next run repairs it. What cannot be seen is [listed](./security.md#what-drift-is-seen)',
  ],
  'Drift of one property': ['The same for each property of a pool', 'The same'],
  Faults: [
    'Azure throttles, fails, hangs up, or does not answer, at a create, an update and a delete',
    'The same run goes on, or one more run converges. Nothing is lost',
  ],
  Interruptions: [
    'Terraform or azapi is stopped or killed at a create, an update and a delete',
    'One more run converges, after a killed create with `adoptExisting`',
  ],
  'Adopting what a killed run left behind': [
    'A run is killed while it creates, for each construct',
    'One run with `adoptExisting` converges',
  ],
  'Adopting what Azure still creates': ['The same, while Azure is still creating', 'The run waits and converges'],
  'Adopting a pool that the Azure CLI made': ['Pools of the Azure CLI are adopted', 'At most one PUT, which changes nothing'],
  'Tags of others, and what leaves or enters the program': [
    'Tags of Azure Policy, `removed` blocks, `preventDestroy`, pools of raw azapi, renamed constructs',
    'Nothing is destroyed that should stay',
  ],
  'Runbook: what happens to each construct': [
    'For each construct: a create or a delete fails, somebody deletes it, it leaves the program',
    'One more run converges. With a `removed` block it stays in Azure',
  ],
  'Runbook: pools, secrets and images': [
    'The rest of the [runbook](./deploying.md#runbook): pools, secrets, images',
    'As the runbook says',
  ],
  'Runbook: environments, grants, fleets, alerts and query packs': ['The same for what is around pools', 'As the runbook says'],
  Grants: ['Grants are spelled otherwise, shared, moved, adopted', 'No role is taken away in between'],
  'What Azure drops': ['Azure accepts a setting and does not keep it', 'A warning, and a difference in the next plan'],
  Secrets: ['Values of secrets are looked for in configuration, plans, state, logs and output', 'They are in the requests to Azure only'],
  'Stacks and apps that use a pool of another': ['Stacks and apps use a pool of another stack', 'Endpoints and grants arrive'],
  'Upgrade of this library': ['A deployment of an older version of this library is planned again', 'No changes'],
  Python: ['An app in Python is synthesized and deployed', 'The same configuration as from TypeScript'],
  'npm run test:azure': [
    'The comparison with Azure, against the stand-in',
    'Judges the stand-in as assumed, and destroys, also after a failure',
  ],
  'npm run demo:deploy': ['The demo', 'Deploys, plans again, destroys'],
};

const FIGURES = /(<!-- figures -->\n)[^]*?(<!-- \/figures -->)/;

/** The page with the figures of a log. */
export function withFigures(page: string, log: Log): string {
  return page.replace(FIGURES, (_, start: string, end: string) => `${start}\n${figures(log)}\n${end}`);
}

function figures({ versions, sections, openTofu }: Log): string {
  const known = Object.entries(SUMMARIES).flatMap(([title, summary]) => {
    const section = sections.find(each => each.title === title);
    return section ? [{ summary, ...count(section.rows) }] : [];
  });
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const all = sum(known.map(({ checks }) => checks));
  const others = sum(known.map(({ otherwise }) => otherwise));
  return [
    `${thousands(all)} checks on ${versions}; ${others === 0 ? 'all as expected' : `${thousands(others)} otherwise`}.`,
    ...(openTofu === undefined
      ? []
      : [`On ${versionsIn(openTofu)}: ${/^\d+ of \d+ results/m.exec(openTofu)?.[0] ?? 'no results'} are the same.`]),
    '',
    '| What was tried | What happens | Checks | Otherwise |',
    '| --- | --- | ---: | ---: |',
    ...known.map(
      ({ summary: [tried, happens], checks, otherwise }) => `| ${tried} | ${happens} | ${thousands(checks)} | ${thousands(otherwise)} |`,
    ),
    '',
  ].join('\n');
}

function count(rows: readonly string[]): { checks: number; otherwise: number } {
  const read = rows.map(readRow);
  const total = (some: typeof read) => some.reduce((sum, row) => sum + row.count, 0);
  return { checks: total(read), otherwise: total(read.filter(({ seen }) => seen !== 'as expected')) };
}

function thousands(value: number): string {
  return value.toLocaleString('en-US');
}
