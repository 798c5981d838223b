import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runApp } from './apps';
import { interleave } from './rounds';
import type { ImportCost } from '../apps/import';

/** The costs of importing one module, or why it was not measured. */
export interface ImportSeries {
  readonly title: string;
  readonly runs: ImportCost[];
  readonly skipped?: string;
}

const PACKAGE = 'cdktf-azure-session-pools';
const MICROSOFT = '@microsoft/terraform-cdk-constructs';
const AZURERM = [
  { title: '@cdktf/provider-azurerm, one subpath', module: '@cdktf/provider-azurerm/lib/container-app-environment' },
  { title: '@cdktf/provider-azurerm, index', module: '@cdktf/provider-azurerm' },
];

/** The costs of importing this package alone. */
export function measureOwnImport(rounds: number): ImportSeries {
  return measure([{ title: 'this package', module: PACKAGE }], rounds)[0];
}

/** The costs of importing this package beside others. */
export function measureImports(rounds: number): ImportSeries[] {
  return [...measure([{ title: 'this package', module: PACKAGE }, ...AZURERM], rounds), measureMicrosoft(rounds)];
}

function measure(modules: ReadonlyArray<{ readonly title: string; readonly module: string }>, rounds: number): ImportSeries[] {
  const results = interleave(modules, rounds, ({ module }) => runApp<ImportCost>('import', { module }, ['--expose-gc']));
  return modules.map(({ title }, index) => ({ title, runs: results[index] }));
}

/** Microsoft's constructs are no dependency of this project: they are installed for the measurement, where the registry has them. */
function measureMicrosoft(rounds: number): ImportSeries {
  const directory = mkdtempSync(join(tmpdir(), 'session-pools-bench-'));
  try {
    const args = ['install', '--prefix', directory, '--no-audit', '--no-fund', '--ignore-scripts', MICROSOFT];
    execFileSync('npm', args, { cwd: directory, encoding: 'utf8', stdio: 'pipe', timeout: 300_000 });
    return { ...measure([{ title: MICROSOFT, module: join(directory, 'node_modules', MICROSOFT) }], rounds)[0] };
  } catch (error) {
    const [line] = /npm error [^\n]*(404|E[A-Z]+)[^\n]*/.exec(String((error as { stderr?: string }).stderr)) ?? [];
    const skipped = `npm cannot install ${MICROSOFT}: ${line ?? String(error).split('\n')[0]}`;
    process.stderr.write(`skipped: ${skipped}\n`);
    return { title: MICROSOFT, runs: [], skipped };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
