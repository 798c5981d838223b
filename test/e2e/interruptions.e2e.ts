import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interrupt, Interruption, INTERRUPTIONS } from './support/interruptions';
import { describeDeployed } from './support/results';
import { Workspace } from './support/workspace';
import { SessionSecret } from '../../lib';
import { asObject } from '../arm/json';
import { LocalArm } from '../arm/local-arm';
import { container } from '../support/fixtures';

const NAME = 'pool';
const CONFIGURED = 'as configured, with its secret';

type Operation = 'create' | 'update' | 'delete';

/** Every operation goes on until it is ended, as that of a pool that waits for its containers. */
const ENDLESS = { polls: 1_000_000, pollMilliseconds: 100 };

describeDeployed('Interruptions', results => {
  let arm: LocalArm;
  let workspace: Workspace;
  let poolId: string;
  let ending: NodeJS.Timeout;

  beforeEach(async () => {
    arm = await LocalArm.start(ENDLESS);
    workspace = new Workspace(arm);
    workspace.variables = { token: 'the-token' };
    poolId = `${arm.resourceGroupId()}/providers/Microsoft.App/sessionPools/${NAME}`;
  });

  afterEach(async () => {
    clearInterval(ending);
    workspace.remove();
    await arm.stop();
  });

  function writePool(maxConcurrentSessions: number, adoptExisting = false): void {
    workspace.write(stack => container(stack, {
      resourceGroupId: arm.resourceGroupId(),
      sessionPoolName: NAME,
      maxConcurrentSessions,
      adoptExisting,
      secretEnvironmentVariables: { TOKEN: SessionSecret.ephemeral(stack, 'token') },
    }, NAME));
  }

  /** From here on operations end at once. */
  function endOperations(): void {
    ending = setInterval(() => arm.endOperations(), 50);
  }

  async function prepare(operation: Operation): Promise<void> {
    if (operation !== 'create') {
      endOperations();
      writePool(10);
      await workspace.apply();
      clearInterval(ending);
    }
    writePool(20);
  }

  /** What is left after the interruption: in the state of Terraform, and in Azure. */
  function whatIsLeft(): string {
    const state = workspace.state[0]?.split(' ');
    return `${state ? state[1] ?? 'in the state' : 'not in the state'}, ${arm.resource(poolId) ? 'in Azure' : 'not in Azure'}`;
  }

  function stored(): string {
    const { scaleConfiguration, secrets } = asObject(arm.resource(poolId)?.body.properties);
    const seen = JSON.stringify([scaleConfiguration, secrets]);
    const wanted = JSON.stringify([{ maxConcurrentSessions: 20, readySessionInstances: 1 }, [{ name: 'token', value: 'the-token' }]]);
    return seen === wanted ? CONFIGURED : seen;
  }

  const cases = INTERRUPTIONS.flatMap(each => (['create', 'update', 'delete'] as const).map(operation => [each.title, operation, each] as const));

  test.each<readonly [string, Operation, Interruption]>(cases)('%s during %s: one more run converges', async (title, operation, interruption) => {
    await prepare(operation);
    const args = [operation === 'delete' ? 'destroy' : 'apply', '-input=false', '-auto-approve'];
    const { status } = await interrupt(workspace.start(...args), interruption, arm, poolId, operation === 'delete' ? 'DELETE' : 'PUT');
    expect(status).not.toBe(0);
    results.check(`${title} during ${operation}: what is left`, interruption[operation], whatIsLeft());

    arm.endOperations();
    endOperations();
    if (operation === 'delete') {
      results.check(`${title} during ${operation}: one more run`, 'converges', (await workspace.run(...args)).status === 0 ? 'converges' : 'fails');
      results.check(`${title} during ${operation}: in Azure`, 'nothing', arm.resource(poolId) ? 'the pool' : 'nothing');
      return;
    }
    const orphan = workspace.state.length === 0;
    writePool(20, orphan);
    results.check(`${title} during ${operation}: one more run${orphan ? ' with adoptExisting' : ''}`, 'converges', (await workspace.tryApply()).status === 0 ? 'converges' : 'fails');
    results.check(`${title} during ${operation}: in Azure`, CONFIGURED, stored());
    results.check(`${title} during ${operation}: plan after that`, 'no changes', await workspace.secondPlan());
  });

  test('a pool that an interrupted create left behind is in the way without adoptExisting', async () => {
    endOperations();
    writePool(10);
    await workspace.apply();
    const state = join(workspace.directory, 'terraform.tfstate');
    writeFileSync(state, JSON.stringify({ ...JSON.parse(readFileSync(state, 'utf8')) as object, resources: [] }));
    const { output } = await workspace.tryApply();
    results.check('apply without adoptExisting over a pool that was left behind', 'already exists', /already exists/.exec(output)?.[0] ?? output);
  });
});
