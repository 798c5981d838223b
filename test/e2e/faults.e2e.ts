import { isDeepStrictEqual } from 'node:util';
import { forEachTest } from './support/local';
import { describeDeployed } from './support/results';
import type { Workspace } from './support/workspace';
import { SecretEnvironmentVariable, SessionSecret } from '../../lib';
import type { ActiveInjection, Fault } from '../arm/faults';
import { asObject } from '../arm/json';
import type { Resource } from '../arm/resource-store';
import { container } from '../support/fixtures';

const SAME_RUN = 'converges in the same run';
const RE_RUN = 'fails, converges in one re-run';

interface FaultCase {
  readonly title: string;
  readonly fault: Fault;
  readonly times?: number;
  /** For faults without an end: how long the operation may take. */
  readonly timeout?: string;
  readonly create: string;
  readonly update: string;
  readonly delete: string;
}

/** 429, 5xx, broken connections and busy resources are tried again, and nothing else is. */
const RETRIED = { create: SAME_RUN, update: SAME_RUN, delete: SAME_RUN };
const REPORTED = { create: RE_RUN, update: RE_RUN, delete: RE_RUN };

const FAULTS: readonly FaultCase[] = [
  { title: '429, twice', fault: { kind: 'status', status: 429, retryAfterSeconds: 1 }, times: 2, ...RETRIED },
  { title: '500', fault: { kind: 'status', status: 500 }, ...RETRIED },
  { title: '503, twice', fault: { kind: 'status', status: 503, retryAfterSeconds: 1 }, times: 2, ...RETRIED },
  { title: '409', fault: { kind: 'status', status: 409, code: 'Conflict', message: 'Another operation is in progress.' }, ...REPORTED },
  {
    title: '409, busy',
    fault: { kind: 'status', status: 409, code: 'ContainerAppOperationInProgress', message: 'Another operation is running.' },
    ...RETRIED,
  },
  { title: 'connection reset', fault: { kind: 'reset' }, ...RETRIED },
  { title: 'applied, then reset', fault: { kind: 'applied-then-reset' }, ...RETRIED },
  { title: 'applied, then 500', fault: { kind: 'applied-then-status', status: 500 }, ...RETRIED },
  { title: 'asynchronous operation Failed', fault: { kind: 'async-failed' }, ...REPORTED },
  { title: 'no answer before the timeout', fault: { kind: 'hang' }, timeout: '8s', ...REPORTED },
  { title: 'asynchronous operation without end', fault: { kind: 'async-hang' }, timeout: '8s', ...REPORTED },
];

const METHODS = { create: 'PUT', update: 'PUT', delete: 'DELETE' } as const;

describeDeployed('Faults', results => {
  const local = forEachTest({ token: 'the-token' });

  /** One pool for each fault, so that all of them happen at once. */
  function writePools(maxConcurrentSessions = 10): void {
    local.workspace.write(stack => {
      const token = SessionSecret.ephemeral(stack, 'token');
      FAULTS.forEach(({ timeout }, index) =>
        container(
          stack,
          {
            resourceGroupId: local.arm.resourceGroupId(),
            sessionPoolName: `pool${index}`,
            maxConcurrentSessions,
            secretEnvironmentVariables: [SecretEnvironmentVariable.of('TOKEN', token)],
            timeouts: timeout ? { create: timeout, update: timeout, delete: timeout } : undefined,
          },
          `pool${index}`,
        ),
      );
    });
  }

  function inject(operation: keyof typeof METHODS): ActiveInjection[] {
    return FAULTS.map(({ fault, times }, index) =>
      local.arm.inject({ method: METHODS[operation], match: new RegExp(`/pool${index}$`), fault, times }),
    );
  }

  /** The pools of the cases for which a run reported an error. */
  function failedPools(output: string): number[] {
    return [...new Set([...output.matchAll(/(?:with azapi_resource\.|sessionPools\/)pool(\d+)/g)].map(([, index]) => Number(index)))];
  }

  /** Runs with every fault, and again where a pool failed. */
  async function runTwice(operation: keyof typeof METHODS, run: () => ReturnType<Workspace['tryApply']>): Promise<number[]> {
    const injections = inject(operation);
    const first = await run();
    expect(injections.map(({ remaining }) => remaining)).toEqual(FAULTS.map(() => 0));
    const failed = first.status === 0 ? [] : failedPools(first.output.slice(first.output.indexOf('Error: ')));
    const second = failed.length > 0 ? await run() : first;
    expect(second).toMatchObject({ status: 0 });
    return failed;
  }

  test.each(['create', 'update'] as const)('%s converges, and nothing is lost', async operation => {
    if (operation === 'update') {
      writePools();
      await local.workspace.apply();
    }
    writePools(20);
    const failed = await runTwice(operation, () => local.workspace.tryApply());
    for (const [index, faultCase] of FAULTS.entries()) {
      results.check(`${operation}: ${faultCase.title}`, faultCase[operation], failed.includes(index) ? RE_RUN : SAME_RUN);
    }
    results.check(`${operation}: plan after all of these`, 'no changes', await local.workspace.secondPlan());
    results.check(
      `${operation}: pools in Azure after all of these`,
      'each as configured, with its secret',
      describeStored(local.arm.resources),
    );
  });

  test('delete converges, and nothing is left', async () => {
    writePools();
    await local.workspace.apply();
    const failed = await runTwice('delete', () => local.workspace.run('destroy', '-input=false', '-auto-approve', '-parallelism=40'));
    for (const [index, faultCase] of FAULTS.entries()) {
      results.check(`delete: ${faultCase.title}`, faultCase.delete, failed.includes(index) ? RE_RUN : SAME_RUN);
    }
    results.check('delete: pools in Azure after all of these', 'none', local.arm.resources.map(({ id }) => id.name).join(', ') || 'none');
  });
});

function describeStored(resources: readonly Resource[]): string {
  const complete = resources.filter(({ body }) =>
    isDeepStrictEqual(
      [asObject(body.properties).scaleConfiguration, asObject(body.properties).secrets],
      [{ maxConcurrentSessions: 20, readySessionInstances: 1 }, [{ name: 'token', value: 'the-token' }]],
    ),
  );
  const names = complete.map(({ id }) => id.name).sort();
  return isDeepStrictEqual(names, FAULTS.map((_, index) => `pool${index}`).sort())
    ? 'each as configured, with its secret'
    : names.join(', ');
}
