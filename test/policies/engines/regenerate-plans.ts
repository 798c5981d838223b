import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { whyNotInstallable } from '../../support/providers';
import { TERRAFORM_ENVIRONMENT } from '../../support/terraform-environment';
import { BYPASSES } from '../bypasses';
import { FIXTURES } from '../fixtures';
import type { Plan } from './plan';
import { pruned } from './plan';
import type { PlanFile } from './plan-files';
import {
  CLEAN,
  configurationOf,
  configurationOfBypass,
  digestOf,
  needsAzurerm,
  planFileOf,
  readPlanFile,
  writePlanFile,
} from './plan-files';

const run = promisify(execFile);
const HCL = join(__dirname, 'hcl');

async function terraform(directory: string, ...args: string[]): Promise<string> {
  const { stdout } = await run('terraform', args, { cwd: directory, env: TERRAFORM_ENVIRONMENT, maxBuffer: 256_000_000 });
  return stdout;
}

async function plan(directory: string): Promise<Plan> {
  await terraform(directory, 'init', '-input=false');
  await terraform(directory, 'plan', '-input=false', '-out=plan', ...variablesOf(directory));
  return pruned(JSON.parse(await terraform(directory, 'show', '-json', 'plan')) as Plan);
}

/** A value for each variable that has none. */
function variablesOf(directory: string): string[] {
  const file = join(directory, 'cdk.tf.json');
  if (!existsSync(file)) {
    return [];
  }
  const { variable = {} } = JSON.parse(readFileSync(file, 'utf8')) as { variable?: { [name: string]: { default?: unknown } } };
  return Object.entries(variable)
    .filter(([, given]) => given.default === undefined)
    .map(([name]) => `-var=${name}=x`);
}

async function inDirectory<T>(fill: (directory: string) => void, use: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'session-pools-plan-'));
  try {
    fill(directory);
    return await use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The plan of a configuration; the one that is there where nothing that it depends on has changed, unless all are asked for. */
async function planOf(configuration: string, present?: PlanFile): Promise<PlanFile | undefined> {
  const digest = digestOf(configuration);
  if (present?.configuration === digest && !process.argv.includes('--all')) {
    return present;
  }
  if (needsAzurerm(configuration) && whyNotInstallable('azurerm')) {
    process.stdout.write('-');
    return present;
  }
  const planned = await inDirectory(directory => writeFileSync(join(directory, 'cdk.tf.json'), configuration), plan);
  process.stdout.write('.');
  return { configuration: digest, plan: planned };
}

async function planFile(name: string, configurations: Array<[name: string, configuration: string]>): Promise<void> {
  const file = planFileOf(name);
  const present = existsSync(file) ? readPlanFile(file) : {};
  const plans: { [name: string]: PlanFile } = {};
  for (const [each, configuration] of configurations) {
    const made = await planOf(configuration, present[each]);
    if (made) {
      plans[each] = made;
    }
  }
  writePlanFile(file, plans);
}

/** A root module of JSON whose only content is a synthesized stack as a child module, twice. */
function modules(directory: string): void {
  const bad = FIXTURES.find(({ name, violates }) => violates && name.includes('enabled in a container pool'))!;
  const { provider, ...child } = JSON.parse(configurationOf(bad)) as { provider: object; [block: string]: object };
  mkdirSync(join(directory, 'team'));
  writeFileSync(join(directory, 'team', 'cdk.tf.json'), JSON.stringify(child));
  writeFileSync(
    join(directory, 'main.tf.json'),
    JSON.stringify({
      terraform: child.terraform,
      provider,
      module: { one: { source: './team' }, many: { source: './team', for_each: { a: 1, 'b.c': 2 } } },
    }),
  );
}

async function main(): Promise<void> {
  for (const ruleId of new Set(FIXTURES.map(fixture => fixture.ruleId))) {
    await planFile(
      ruleId,
      FIXTURES.filter(each => each.ruleId === ruleId).map(fixture => [fixture.name, configurationOf(fixture)]),
    );
  }
  await planFile(
    'bypasses',
    [CLEAN, ...BYPASSES.filter(({ changes }) => !changes)].map(bypass => [bypass.title, configurationOfBypass(bypass)]),
  );
  writePlanFile(planFileOf('modules'), { modules: { configuration: '', plan: await inDirectory(modules, plan) } });
  writePlanFile(planFileOf('hcl'), {
    hcl: { configuration: '', plan: await inDirectory(to => cpSync(HCL, to, { recursive: true }), plan) },
  });
}

void main();
