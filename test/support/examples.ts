import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RESOURCE_GROUP_ID } from './fixtures';
import type { Configuration } from './synth';

const EXAMPLES = join(__dirname, '..', '..', 'examples');

/** The names of the examples that are cdktf apps. */
export const CDKTF_EXAMPLES = readdirSync(EXAMPLES).filter(name => existsSync(join(EXAMPLES, name, 'cdktf.json')));

/** Runs the app of an example as the CLI would, after the preparation of its modules, and gives the directory of each stack. */
export function synthesizeExample(name: string, prepare: () => void = () => undefined): { [stack: string]: string } {
  const outdir = mkdtempSync(join(tmpdir(), `session-pools-${name}-`));
  process.env.CDKTF_OUTDIR = outdir;
  try {
    jest.isolateModules(() => {
      prepare();
      jest.requireActual(join(EXAMPLES, name, 'main.ts'));
    });
  } finally {
    delete process.env.CDKTF_OUTDIR;
  }
  const stacks = join(outdir, 'stacks');
  return Object.fromEntries(readdirSync(stacks).map(stack => [stack, join(stacks, stack)]));
}

/** The stacks of all examples, synthesized; they are removed after the test file. */
export function synthesizeExamples(): Array<[example: string, stack: string, directory: string]> {
  const stacks = CDKTF_EXAMPLES.flatMap(example =>
    Object.entries(synthesizeExample(example)).map(([stack, directory]) => [example, stack, directory] as [string, string, string]),
  );
  afterAll(() => stacks.forEach(([, , directory]) => removeExample(directory)));
  return stacks;
}

/** Removes what was synthesized of an example, told by the directory of one of its stacks. */
export function removeExample(directory: string): void {
  rmSync(dirname(dirname(directory)), { recursive: true, force: true });
}

/** The configuration in the directory of a stack. */
export function readConfiguration(directory: string): Configuration {
  return JSON.parse(readFileSync(join(directory, 'cdk.tf.json'), 'utf8')) as Configuration;
}

/** A value for a variable of an example, as its name says: a principal, a resource or a secret. */
export function valueOfVariable(variable: string, resourceGroupId = RESOURCE_GROUP_ID): string {
  if (variable.endsWith('_principal_id')) return '11111111-1111-4111-8111-111111111111';
  if (variable === 'workspace_id') return `${resourceGroupId}/providers/Microsoft.OperationalInsights/workspaces/logs`;
  return variable.endsWith('_id') ? `${resourceGroupId}/providers/Microsoft.Insights/actionGroups/on-call` : 'a-secret-value';
}
