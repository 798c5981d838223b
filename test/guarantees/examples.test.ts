import { CDKTF_EXAMPLES, readConfiguration, synthesizeExamples } from '../support/examples';
import type { SynthesizedResource } from '../support/synth';

const stacks = synthesizeExamples();

function poolOf(example: string): SynthesizedResource {
  const directory = stacks.find(([name]) => name === example)![2];
  const pools = Object.values(readConfiguration(directory).resource.azapi_resource).filter(({ type }) =>
    type.startsWith('Microsoft.App/sessionPools@'),
  );
  expect(pools).toHaveLength(1);
  return pools[0];
}

/** The CLI sends null for what is not given, and the library an empty list where there can be one. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutNothing);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, item]) => item !== null && !(Array.isArray(item) && item.length === 0))
          .map(([key, item]) => [key, withoutNothing(item)]),
      )
    : value;
}

test.each(CDKTF_EXAMPLES)('%s synthesizes', example => {
  expect(stacks.filter(([name]) => name === example).length).toBeGreaterThan(0);
});

describe('the guide', () => {
  test('creates the code interpreter pool with the body that the quickstart has', () => {
    const sentByCli = {
      environmentId: null,
      poolManagementType: 'Dynamic',
      containerType: 'PythonLTS',
      customContainerTemplate: null,
      secrets: null,
      dynamicPoolConfiguration: {
        lifecycleConfiguration: { lifecycleType: 'Timed', maxAlivePeriodInSeconds: null, cooldownPeriodInSeconds: 300 },
      },
      // The CLI also sends its default for readySessionInstances, which the service drops for code interpreters.
      scaleConfiguration: { maxConcurrentSessions: 100 },
      sessionNetworkConfiguration: { status: 'EgressDisabled' },
    };
    expect(poolOf('quickstart')).toMatchObject({ name: 'my-session-pool', location: 'westus2' });
    expect(poolOf('quickstart').body).toStrictEqual({ properties: withoutNothing(sentByCli) });
  });

  test('creates the custom container pool with the body that the custom-container example has', () => {
    const sentByCli = {
      environmentId: '${azurerm_container_app_environment.environment.id}',
      poolManagementType: 'Dynamic',
      containerType: 'CustomContainer',
      customContainerTemplate: {
        containers: [
          {
            image: 'myregistry.azurecr.io/my-container-image:1.0',
            name: 'my-session-pool',
            command: null,
            args: null,
            env: [
              { name: 'key1', value: 'value1' },
              { name: 'key2', value: 'value2' },
            ],
            resources: { cpu: 0.25, memory: '0.5Gi' },
            volumeMounts: null,
          },
        ],
        ingress: { targetPort: 80 },
        registryCredentials: null,
      },
      secrets: null,
      dynamicPoolConfiguration: {
        lifecycleConfiguration: { lifecycleType: 'Timed', maxAlivePeriodInSeconds: null, cooldownPeriodInSeconds: 300 },
      },
      scaleConfiguration: { maxConcurrentSessions: 10, readySessionInstances: 5 },
      sessionNetworkConfiguration: { status: 'EgressDisabled' },
    };
    expect(poolOf('custom-container')).toMatchObject({ name: 'my-session-pool', parent_id: '${azurerm_resource_group.resource-group.id}' });
    expect(withoutNothing(poolOf('custom-container').body)).toStrictEqual({ properties: withoutNothing(sentByCli) });
  });
});
