import { TerraformStack } from 'cdktf';
import {
  CodeInterpreterType,
  ContainerType,
  SessionPool,
  SessionPoolAlert,
  SessionPoolEndpoints,
  SessionPoolEnvironment,
  WorkloadProfile,
} from '../../lib';
import { failuresOf } from '../support/failures';
import { interpreter, POOL_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import { testApp } from '../support/synth';

const ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.App/managedEnvironments/env`;
const CODE_INTERPRETER = 'use a constant of CodeInterpreterType, or CodeInterpreterType.of';
const CONTAINER_TYPE = 'use ContainerType.CUSTOM_CONTAINER or a constant of CodeInterpreterType';
const PROFILE = 'use WorkloadProfile.consumption or WorkloadProfile.dedicated';
const LOGS = 'use EnvironmentLogs.azureMonitor, logAnalytics or none';
const place = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };

function environmentOf(props: object): (stack: TerraformStack) => unknown {
  return stack => new SessionPoolEnvironment(stack, 'environment', { ...place, ...props });
}

test.each<[string, (stack: TerraformStack) => unknown, ...failures: string[]]>([
  [
    'a code interpreter pool and text for its type',
    stack => interpreter(stack, { containerType: 'PythonLTS' as never }),
    `containerType must be a CodeInterpreterType, got a string: ${CODE_INTERPRETER}`,
  ],
  [
    'a code interpreter pool and a type without a name',
    stack => interpreter(stack, { containerType: CodeInterpreterType.of(undefined as never) }),
    `containerType must be a CodeInterpreterType, got a CodeInterpreterType: ${CODE_INTERPRETER}`,
  ],
  [
    'a code interpreter pool and the type of a custom container pool',
    stack => interpreter(stack, { containerType: ContainerType.CUSTOM_CONTAINER as never }),
    "containerType must be a code interpreter, got 'CustomContainer': use CustomContainerPool",
  ],
  [
    'an existing pool and text for its type',
    stack => SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, containerType: 'PythonLTS' as never }),
    `containerType must be a ContainerType, got a string: ${CONTAINER_TYPE}`,
  ],
  [
    'an environment and text for its profiles',
    environmentOf({ workloadProfiles: 'Consumption' }),
    `workloadProfiles must be a list of WorkloadProfile objects, got a string: ${PROFILE}`,
  ],
  [
    'an environment and names for its profiles',
    environmentOf({ workloadProfiles: ['Consumption', {}] }),
    `workloadProfiles[0] must be a WorkloadProfile, got a string: ${PROFILE}`,
    `workloadProfiles[1] must be a WorkloadProfile, got an object: ${PROFILE}`,
  ],
  [
    'an environment and a profile without a name and a type',
    environmentOf({ workloadProfiles: [WorkloadProfile.dedicated({ minimumCount: 0, maximumCount: 1 } as never)] }),
    'workloadProfiles[0].name must be given: the name of the profile in the environment',
    "workloadProfiles[0].workloadProfileType must be given: a type such as 'D4'",
  ],
  ['an environment and text for its logs', environmentOf({ logs: 'none' }), `logs must be an EnvironmentLogs, got a string: ${LOGS}`],
  [
    'an environment and a workspace for its logs',
    environmentOf({ logs: { customerId: ID, sharedKey: 'canary' } }),
    `logs must be an EnvironmentLogs, got an object: ${LOGS}`,
  ],
  [
    'an environment and another destination for its logs',
    environmentOf({ logs: { destination: 'syslog' } }),
    "logs.destination must be 'log-analytics', 'azure-monitor' or 'none', got 'syslog'",
  ],
  [
    'an environment and a flag for network access',
    environmentOf({ publicNetworkAccess: false }),
    'publicNetworkAccess must be a string, got false',
  ],
  [
    'an alert and the name of its metric',
    stack => new SessionPoolAlert(stack, 'alert', { metric: 'PoolReadyPodCount' as never, threshold: 1 }),
    'metric must be a SessionPoolMetric, got a string: use a metric of a pool, such as pool.metrics.ready()',
  ],
])('%s', (_, build, ...failures) => {
  expect(failuresOf(build)).toStrictEqual(failures);
  expect(failures.join()).not.toContain('canary');
});

test('endpoints of a pool and text for its type', () => {
  const pool = interpreter(new TerraformStack(testApp(), 'stack'));
  expect(() => new SessionPoolEndpoints(pool, { containerType: 'CustomContainer' as never })).toThrow(
    new Error(
      `SessionPoolEndpoints at 'stack/pool' is not valid:\n  - containerType must be a ContainerType, got a string: ${CONTAINER_TYPE}`,
    ),
  );
});
