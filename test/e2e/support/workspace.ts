import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TerraformStack } from 'cdktf';
import type { PlanJson } from './plan';
import { changedPaths, describeAction } from './plan';
import type { Ended } from './process';
import { run, Running } from './process';
import { TERRAFORM, terraformEnvironment } from './terraform';
import { AzapiProvider } from '../../../lib';
import type { LocalArm } from '../../arm/local-arm';
import type { Configuration } from '../../support/synth';
import { synthesize } from '../../support/synth';

interface State {
  readonly resources: ReadonlyArray<{
    readonly type: string;
    readonly name: string;
    readonly instances: ReadonlyArray<{ readonly status?: string; readonly attributes?: { readonly id?: string } }>;
  }>;
}

/** A directory in which Terraform deploys to a local Azure Resource Manager. */
export class Workspace {
  /** Where azapi is installed already; every workspace shares it. */
  static get installation(): string {
    return process.env.E2E_INSTALLATION!;
  }

  readonly directory = mkdtempSync(join(tmpdir(), 'session-pools-e2e-'));

  /** Values of Terraform variables. */
  variables: { [name: string]: string } = {};

  /** Further variables of the environment. */
  environment: { [name: string]: string } = {};

  constructor(
    private readonly arm: LocalArm,
    private readonly dataDirectory?: string,
  ) {
    if (!dataDirectory) copyFileSync(join(Workspace.installation, '.terraform.lock.hcl'), join(this.directory, '.terraform.lock.hcl'));
  }

  get env(): NodeJS.ProcessEnv {
    const variables = Object.fromEntries(Object.entries(this.variables).map(([name, value]) => [`TF_VAR_${name}`, value]));
    const TF_DATA_DIR = this.dataDirectory ?? join(Workspace.installation, '.terraform');
    return terraformEnvironment({ ...this.arm.environment(), TF_DATA_DIR, ...variables, ...this.environment });
  }

  /** Writes the configuration of a stack that the function fills. Its azapi provider has no arguments. */
  write(build: (stack: TerraformStack) => void): Configuration {
    const configuration = synthesize(stack => {
      new AzapiProvider(stack, 'azapi');
      build(stack);
    });
    this.writeConfiguration(configuration);
    return configuration;
  }

  writeConfiguration(configuration: unknown): void {
    writeFileSync(join(this.directory, 'cdk.tf.json'), JSON.stringify(configuration, undefined, 2));
  }

  start(...args: string[]): Running {
    return new Running(TERRAFORM, args, { cwd: this.directory, env: this.env });
  }

  async run(...args: string[]): Promise<Ended> {
    return run(TERRAFORM, args, { cwd: this.directory, env: this.env });
  }

  async succeed(...args: string[]): Promise<Ended> {
    const ended = await this.run(...args);
    if (ended.status !== 0) throw new Error(`${args.join(' ')} ended with ${ended.status}:\n${ended.output}`);
    return ended;
  }

  async tryApply(): Promise<Ended> {
    return this.run('apply', '-input=false', '-auto-approve', '-parallelism=40');
  }

  async apply(): Promise<Ended> {
    return this.succeed('apply', '-input=false', '-auto-approve', '-parallelism=40');
  }

  /** Applies the last plan. */
  async applyPlan(): Promise<Ended> {
    return this.succeed('apply', '-input=false', '-parallelism=40', 'plan');
  }

  async destroy(): Promise<Ended> {
    return this.succeed('destroy', '-input=false', '-auto-approve', '-parallelism=40');
  }

  /** Plans, and keeps the plan in the file `plan`. */
  async plan(): Promise<PlanJson> {
    await this.succeed('plan', '-input=false', '-out=plan', '-parallelism=40');
    return JSON.parse((await this.succeed('show', '-json', 'plan')).stdout) as PlanJson;
  }

  /** What another plan would do: `no changes`, or the changes, or the error. */
  async secondPlan(): Promise<string> {
    const { status, output } = await this.run('plan', '-input=false', '-out=plan', '-detailed-exitcode', '-parallelism=40');
    if (status === 0) return 'no changes';
    if (status !== 2) return `error: ${output}`;
    const { resource_changes: changes = [] } = JSON.parse((await this.succeed('show', '-json', 'plan')).stdout) as PlanJson;
    const shown = changes
      .filter(({ change }) => describeAction(change) !== 'no changes')
      .map(({ address, change }) => `${address} ${describeAction(change)}: ${changedPaths(change).join(', ')}`);
    return shown.join('; ') || 'changes of outputs';
  }

  async output(name: string): Promise<string> {
    return (await this.succeed('output', '-raw', name)).stdout;
  }

  /** The resources in the state: `azapi_resource.pool`, or `azapi_resource.pool tainted`. */
  get state(): string[] {
    return this.stateResources.flatMap(({ type, name, instances }) =>
      instances.map(({ status }) => `${type}.${name}${status ? ` ${status}` : ''}`),
    );
  }

  /** The ARM IDs in the state. */
  get idsInState(): string[] {
    return this.stateResources.flatMap(({ instances }) => instances.map(({ attributes }) => attributes?.id ?? ''));
  }

  private get stateResources(): State['resources'] {
    const file = join(this.directory, 'terraform.tfstate');
    // Terraform that is killed in time leaves an empty file.
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return text ? (JSON.parse(text) as State).resources : [];
  }

  /** Loses the state, as if another program had deployed what is in Azure. */
  forget(): void {
    rmSync(join(this.directory, 'terraform.tfstate'), { force: true });
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
