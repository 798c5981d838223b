import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EXAMPLES, exampleConfiguration, observedConfiguration, refusedConfigurations } from './configurations';
import { judge } from './judgements';
import type { Exchange, Recording } from './recording';
import { anonymous, answersIn, exchangesIn, refusalIn } from './recording';
import type { Settings } from './settings';
import { behavioursIn } from '../arm/behaviours';
import type { JsonObject } from '../arm/json';
import type { Ended } from '../e2e/support/process';
import { run } from '../e2e/support/process';
import { TERRAFORM } from '../e2e/support/terraform';

export interface AzureRun {
  readonly settings: Settings;
  /** The environment of Terraform: how azapi logs in. */
  readonly environment: NodeJS.ProcessEnv;
  /** Where the recording goes. */
  readonly file: string;
  readonly print: (line: string) => void;
  /** Goes on to the end of a step, then destroys. */
  readonly stop?: AbortSignal;
}

/** A directory in which Terraform deploys one configuration, and logs what azapi exchanges with Azure. */
class Deployment {
  private readonly log: string;

  constructor(
    readonly title: string,
    private readonly directory: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {
    mkdirSync(directory, { recursive: true });
    this.log = join(directory, 'terraform.log');
  }

  write(configuration: JsonObject): void {
    writeFileSync(join(this.directory, 'cdk.tf.json'), JSON.stringify(configuration, undefined, 2));
  }

  async run(...args: string[]): Promise<Ended> {
    const env = { ...this.environment, TF_IN_AUTOMATION: '1', TF_CLI_ARGS: '-no-color', TF_LOG: 'DEBUG', TF_LOG_PATH: this.log };
    return run(TERRAFORM, args, { cwd: this.directory, env });
  }

  async succeed(...args: string[]): Promise<Ended> {
    const ended = await this.run(...args);
    if (ended.status !== 0) throw new Error(`${this.title}: terraform ${args[0]} ended with ${ended.status}:\n${ended.output}`);
    return ended;
  }

  get exchanges(): Exchange[] {
    return exchangesIn(readFileSync(this.log, 'utf8'));
  }
}

const APPLY = ['apply', '-input=false', '-auto-approve'];

/** Deploys, records and destroys, also after a failure. 0 where everything went well, 1 otherwise. */
export async function runAgainstAzure({ settings, environment, file, print, stop }: AzureRun): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'session-pools-azure-'));
  const deployments: Deployment[] = [];
  const open = async (title: string, configuration: JsonObject) => {
    stop?.throwIfAborted();
    const deployment = new Deployment(title, join(directory, title.replace(/\W+/g, '-')), environment);
    deployment.write(configuration);
    await deployment.succeed('init', '-input=false');
    deployments.push(deployment);
    return deployment;
  };
  const seen = {
    secondPlans: {} as { [example: string]: string },
    answers: [] as Recording['answers'][number][],
    refusals: [] as Recording['refusals'][number][],
  };
  let failure: string | undefined;
  try {
    for (const example of EXAMPLES) {
      print(`${example}: deploys`);
      const configuration = await exampleConfiguration(example, settings, join(directory, `${example}.out`));
      const deployment = await open(example, configuration);
      await deployment.succeed(...APPLY);
      seen.secondPlans[example] = describePlan(await deployment.run('plan', '-input=false', '-detailed-exitcode'));
      print(`${example}: second plan: ${seen.secondPlans[example].split('\n')[0]}`);
      deployment.write(observedConfiguration(configuration, example, settings));
      await deployment.succeed(...APPLY);
      seen.answers.push(...answersIn((await deployment.succeed('show', '-json')).stdout));
    }
    for (const [name, configuration] of Object.entries(refusedConfigurations(settings))) {
      const deployment = await open(`a pool ${name}`, configuration);
      const { status, output } = await deployment.run(...APPLY);
      seen.refusals.push(status === 0 ? { name } : refusalIn(name, output));
      print(`a pool ${name}: ${status === 0 ? 'is accepted' : 'is refused'}`);
    }
  } catch (error) {
    failure = (error as Error).message;
  }
  const left = await destroyAll(deployments, print);
  const recording = anonymous({ ...seen, exchanges: deployments.flatMap(({ exchanges }) => exchanges) }, settings);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(recording, undefined, 2)}\n`);
  report(recording, file, print);
  if (failure !== undefined) print(`Failed: ${failure}`);
  if (left.length > 0) {
    print(`Not destroyed: ${left.join(', ')}. Run terraform destroy in ${directory}, or delete what ends with ${settings.suffix}.`);
    return 1;
  }
  rmSync(directory, { recursive: true, force: true });
  print('Everything is destroyed.');
  return failure === undefined ? 0 : 1;
}

/** What could not be destroyed, after a second try. What stands in an environment goes before it. */
async function destroyAll(deployments: readonly Deployment[], print: AzureRun['print']): Promise<string[]> {
  const left: string[] = [];
  for (const deployment of [...deployments].reverse()) {
    const destroy = async () => (await deployment.run('destroy', '-input=false', '-auto-approve')).status === 0;
    const destroyed = (await destroy()) || (await destroy());
    print(`${deployment.title}: ${destroyed ? 'destroyed' : 'NOT destroyed'}`);
    if (!destroyed) left.push(deployment.title);
  }
  return left;
}

function describePlan({ status, output }: Ended): string {
  return status === 0 ? 'no changes' : output;
}

function report(recording: Recording, file: string, print: AzureRun['print']): void {
  const verdicts = judge(recording);
  const assumed = behavioursIn(join(__dirname, '..', 'arm')).filter(({ tag }) => tag === 'assumed');
  for (const verdict of ['confirmed', 'refuted', 'not seen'] as const) {
    const some = verdicts.filter(each => each.verdict === verdict);
    print(`\n${some.length} assumed behaviours ${verdict}${some.length > 0 ? ':' : ''}`);
    some.forEach(({ behaviour }) => print(`  - ${behaviour}`));
  }
  print(`\n${assumed.length - verdicts.length} of ${assumed.length} assumed behaviours are not judged by this run.`);
  print(`The answers are in ${file}. Read it before you share it.`);
}
