import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Interruption } from './support/interruptions';
import { interrupt, INTERRUPTIONS } from './support/interruptions';
import { forEachTest } from './support/local';
import { describeDeployed } from './support/results';
import { SecretEnvironmentVariable, SessionSecret } from '../../lib';
import { asObject } from '../arm/json';
import { container } from '../support/fixtures';

const NAME = 'pool';
const CONFIGURED = 'as configured, with its secret';

type Operation = 'create' | 'update' | 'delete';

/** Every operation goes on until it is ended, as that of a pool that waits for its containers. */
const ENDLESS = { polls: 1_000_000, pollMilliseconds: 100 };

describeDeployed('Interruptions', results => {
  const local = forEachTest({ token: 'the-token' }, ENDLESS);
  let poolId: string;
  let ending: NodeJS.Timeout;

  beforeEach(() => {
    poolId = `${local.arm.resourceGroupId()}/providers/Microsoft.App/sessionPools/${NAME}`;
  });

  afterEach(() => clearInterval(ending));

  function writePool(maxConcurrentSessions: number, adoptExisting = false): void {
    local.workspace.write(stack =>
      container(
        stack,
        {
          resourceGroupId: local.arm.resourceGroupId(),
          sessionPoolName: NAME,
          maxConcurrentSessions,
          adoptExisting,
          secretEnvironmentVariables: [SecretEnvironmentVariable.of('TOKEN', SessionSecret.ephemeral(stack, 'token'))],
        },
        NAME,
      ),
    );
  }

  /** From here on operations end at once. */
  function endOperations(): void {
    ending = setInterval(() => local.arm.endOperations(), 50);
  }

  async function prepare(operation: Operation): Promise<void> {
    if (operation !== 'create') {
      endOperations();
      writePool(10);
      await local.workspace.apply();
      clearInterval(ending);
    }
    writePool(20);
  }

  /** What is left after the interruption: in the state of Terraform, and in Azure. */
  function whatIsLeft(): string {
    const state = local.workspace.state[0]?.split(' ');
    return `${state ? (state[1] ?? 'in the state') : 'not in the state'}, ${local.arm.resource(poolId) ? 'in Azure' : 'not in Azure'}`;
  }

  function stored(): string {
    const { scaleConfiguration, secrets } = asObject(local.arm.resource(poolId)?.body.properties);
    const seen = JSON.stringify([scaleConfiguration, secrets]);
    const wanted = JSON.stringify([{ maxConcurrentSessions: 20, readySessionInstances: 1 }, [{ name: 'token', value: 'the-token' }]]);
    return seen === wanted ? CONFIGURED : seen;
  }

  const cases = INTERRUPTIONS.flatMap(each =>
    (['create', 'update', 'delete'] as const).map(operation => [each.title, operation, each] as const),
  );

  test.each<readonly [string, Operation, Interruption]>(cases)(
    '%s during %s: one more run converges',
    async (title, operation, interruption) => {
      await prepare(operation);
      const args = [operation === 'delete' ? 'destroy' : 'apply', '-input=false', '-auto-approve'];
      const { status } = await interrupt(
        local.workspace.start(...args),
        interruption,
        local.arm,
        poolId,
        operation === 'delete' ? 'DELETE' : 'PUT',
      );
      expect(status).not.toBe(0);
      results.check(`${title} during ${operation}: what is left`, interruption[operation], whatIsLeft());

      local.arm.endOperations();
      endOperations();
      if (operation === 'delete') {
        results.check(
          `${title} during ${operation}: one more run`,
          'converges',
          (await local.workspace.run(...args)).status === 0 ? 'converges' : 'fails',
        );
        results.check(`${title} during ${operation}: in Azure`, 'nothing', local.arm.resource(poolId) ? 'the pool' : 'nothing');
        return;
      }
      const orphan = local.workspace.state.length === 0;
      writePool(20, orphan);
      results.check(
        `${title} during ${operation}: one more run${orphan ? ' with adoptExisting' : ''}`,
        'converges',
        (await local.workspace.tryApply()).status === 0 ? 'converges' : 'fails',
      );
      results.check(`${title} during ${operation}: in Azure`, CONFIGURED, stored());
      results.check(`${title} during ${operation}: plan after that`, 'no changes', await local.workspace.secondPlan());
    },
  );

  test('a pool that an interrupted create left behind is in the way without adoptExisting', async () => {
    endOperations();
    writePool(10);
    await local.workspace.apply();
    const state = join(local.workspace.directory, 'terraform.tfstate');
    writeFileSync(state, JSON.stringify({ ...(JSON.parse(readFileSync(state, 'utf8')) as object), resources: [] }));
    const { output } = await local.workspace.tryApply();
    results.check(
      'apply without adoptExisting over a pool that was left behind',
      'already exists',
      /already exists/.exec(output)?.[0] ?? output,
    );
  });
});
