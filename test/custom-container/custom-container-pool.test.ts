import { TerraformVariable, Token } from 'cdktf';
import type { AzapiResource, CustomContainerPoolProps } from '../../lib';
import { ContainerProbe, ProbeHandler, ProbeScheme, SessionLifecycle } from '../../lib';
import { BROKEN_CONNECTION, container, ENVIRONMENT_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import { synthesizeResource } from '../support/synth';

interface Properties {
  readonly [property: string]: unknown;
  readonly customContainerTemplate: { readonly containers: Array<{ readonly [property: string]: unknown }>; readonly ingress: object };
}

function propertiesOf(props: Partial<CustomContainerPoolProps>): Properties {
  return synthesizeResource(stack => container(stack, props)).body.properties as Properties;
}

function containerOf(props: Partial<CustomContainerPoolProps>): { readonly [property: string]: unknown } {
  const { containers } = propertiesOf(props).customContainerTemplate;
  expect(containers).toHaveLength(1);
  return containers[0];
}

describe('CustomContainerPool', () => {
  test('writes everything that guards the sessions when only what is required is given', () => {
    const { '//': metadata, name, ...resource } = synthesizeResource(stack => container(stack));
    expect(name).toMatch(/^stackpool[0-9a-f]{8}$/);
    expect(resource).toStrictEqual({
      type: 'Microsoft.App/sessionPools@2026-07-01',
      parent_id: RESOURCE_GROUP_ID,
      location: 'westus2',
      body: {
        properties: {
          containerType: 'CustomContainer',
          poolManagementType: 'Dynamic',
          environmentId: ENVIRONMENT_ID,
          scaleConfiguration: { maxConcurrentSessions: 10, readySessionInstances: 1 },
          dynamicPoolConfiguration: { lifecycleConfiguration: { lifecycleType: 'Timed', cooldownPeriodInSeconds: 300 } },
          sessionNetworkConfiguration: { status: 'EgressDisabled' },
          customContainerTemplate: {
            containers: [
              {
                name,
                image: 'registry.azurecr.io/app:1.0',
                command: [],
                args: [],
                env: [],
                resources: { cpu: 0.25, memory: '0.5Gi' },
                probes: [],
              },
            ],
            ingress: { targetPort: 80 },
            registryCredentials: null,
          },
          managedIdentitySettings: [],
          secrets: [],
        },
      },
      response_export_values: ['properties.poolManagementEndpoint', 'properties.sessionNetworkConfiguration.status'],
      replace_triggers_refs: ['properties.containerType', 'properties.environmentId', 'properties.poolManagementType'],
      list_unique_id_property: { 'properties.customContainerTemplate.containers.probes': 'type' },
      ignore_casing: true,
      retry: { error_message_regex: ['OperationInProgress', BROKEN_CONNECTION] },
      ignore_missing_property: false,
      schema_validation_enabled: false,
      timeouts: { create: '60m', update: '60m', delete: '60m' },
    });
  });

  const PROPERTIES: Array<[Partial<CustomContainerPoolProps>, object]> = [
    [{ maxConcurrentSessions: 2 }, { scaleConfiguration: { maxConcurrentSessions: 2, readySessionInstances: 1 } }],
    [{ readySessionInstances: 9 }, { scaleConfiguration: { maxConcurrentSessions: 10, readySessionInstances: 9 } }],
    [
      { lifecycle: SessionLifecycle.timed({ cooldownPeriodInSeconds: 600 }) },
      { dynamicPoolConfiguration: { lifecycleConfiguration: { lifecycleType: 'Timed', cooldownPeriodInSeconds: 600 } } },
    ],
    [
      { lifecycle: SessionLifecycle.onContainerExit() },
      { dynamicPoolConfiguration: { lifecycleConfiguration: { lifecycleType: 'OnContainerExit', maxAlivePeriodInSeconds: 3600 } } },
    ],
    [
      { lifecycle: SessionLifecycle.onContainerExit({ maxAlivePeriodInSeconds: 600 }) },
      { dynamicPoolConfiguration: { lifecycleConfiguration: { lifecycleType: 'OnContainerExit', maxAlivePeriodInSeconds: 600 } } },
    ],
  ];

  test.each(PROPERTIES)('renders %j', (props, expected) => {
    expect(propertiesOf(props)).toMatchObject(expected);
    expect(Object.keys(propertiesOf(props)).sort()).toStrictEqual(
      [...new Set([...Object.keys(propertiesOf({})), ...Object.keys(expected)])].sort(),
    );
  });

  const CONTAINER: Array<[Partial<CustomContainerPoolProps>, object]> = [
    [{ image: 'docker.io/library/python@sha256:' + 'a'.repeat(64) }, { image: 'docker.io/library/python@sha256:' + 'a'.repeat(64) }],
    [{ cpu: 2, memory: '4Gi' }, { resources: { cpu: 2, memory: '4Gi' } }],
    [{ containerName: 'worker' }, { name: 'worker' }],
    [{ sessionPoolName: 'pool1' }, { name: 'pool1' }],
    [{ sessionPoolName: 'a'.repeat(45) + '-' + 'b'.repeat(10) }, { name: 'a'.repeat(45) }],
    [{ command: ['sh', '-c'] }, { command: ['sh', '-c'] }],
    [{ args: ['serve', ''] }, { args: ['serve', ''] }],
    [
      { environmentVariables: { B: '2', A: '' } },
      {
        env: [
          { name: 'B', value: '2' },
          { name: 'A', value: '' },
        ],
      },
    ],
  ];

  test.each(CONTAINER)('renders %j of the container', (props, expected) => {
    expect(containerOf(props)).toMatchObject(expected);
  });

  test.each(['command', 'args', 'env', 'probes'])(
    'writes an empty list for %s unless it is given, so that one from elsewhere is seen',
    property => {
      expect(containerOf({})).toHaveProperty(property, []);
    },
  );

  const KNOWN: Array<[apiVersion: string, probes: [] | undefined, mcpServerSettings: null | undefined]> = [
    ['2026-07-01', [], undefined],
    ['2026-01-01', undefined, undefined],
    ['2025-10-02-preview', [], null],
    ['2025-02-02-preview', [], undefined],
    ['2025-01-01', undefined, undefined],
    ['2030-01-01', undefined, undefined],
  ];

  test.each(KNOWN)('writes what %s knows, and nothing else, for what is not given', (apiVersion, probes, mcpServerSettings) => {
    expect(containerOf({ apiVersion }).probes).toStrictEqual(probes);
    expect(propertiesOf({ apiVersion }).mcpServerSettings).toStrictEqual(mcpServerSettings);
  });

  test('renders the target port', () => {
    expect(propertiesOf({ targetPort: 65535 }).customContainerTemplate.ingress).toStrictEqual({ targetPort: 65535 });
  });

  test('renders probes with every setting and takes the api version that has them', () => {
    const resource = synthesizeResource(stack =>
      container(stack, {
        probes: [
          ContainerProbe.liveness(
            ProbeHandler.httpGet({
              port: 80,
              path: '/health',
              host: 'h',
              scheme: ProbeScheme.HTTPS,
              httpHeaders: [{ name: 'Custom-Header', value: 'liveness probe' }],
            }),
            {
              failureThreshold: 3,
              initialDelaySeconds: 7,
              periodSeconds: 4,
              successThreshold: 1,
              timeoutSeconds: 5,
              terminationGracePeriodSeconds: 6,
            },
          ),
          ContainerProbe.startup(ProbeHandler.tcpSocket({ port: 81, host: 'h' })),
        ],
      }),
    );
    expect(resource).toMatchObject({ type: 'Microsoft.App/sessionPools@2026-07-01', schema_validation_enabled: false });
    expect((resource.body.properties as Properties).customContainerTemplate.containers[0].probes).toStrictEqual([
      {
        type: 'Liveness',
        httpGet: {
          port: 80,
          path: '/health',
          host: 'h',
          scheme: 'HTTPS',
          httpHeaders: [{ name: 'Custom-Header', value: 'liveness probe' }],
        },
        failureThreshold: 3,
        initialDelaySeconds: 7,
        periodSeconds: 4,
        successThreshold: 1,
        timeoutSeconds: 5,
        terminationGracePeriodSeconds: 6,
      },
      {
        type: 'Startup',
        tcpSocket: { port: 81, host: 'h' },
        failureThreshold: 3,
        initialDelaySeconds: null,
        periodSeconds: 10,
        successThreshold: 1,
        timeoutSeconds: 1,
        terminationGracePeriodSeconds: null,
      },
    ]);
  });

  test.each([
    [ProbeHandler.httpGet({ port: 80 }), { httpGet: { port: 80, path: '/', host: null, scheme: 'HTTP', httpHeaders: [] } }],
    [ProbeHandler.tcpSocket({ port: 80 }), { tcpSocket: { port: 80, host: null } }],
  ])('writes the documented defaults of the probe %j', (handler, expected) => {
    expect(containerOf({ probes: [ContainerProbe.liveness(handler)] }).probes).toMatchObject([expected]);
  });

  test('renders no probes as an empty list, at the API version that it has without probes', () => {
    const resource = synthesizeResource(stack => container(stack, { probes: [] }));
    expect(resource.type).toBe(synthesizeResource(stack => container(stack)).type);
    expect((resource.body.properties as Properties).customContainerTemplate.containers[0]).toHaveProperty('probes', []);
  });

  test('keeps the timeouts that are not given', () => {
    expect(synthesizeResource(stack => container(stack, { timeouts: { create: '2h', read: '10m' } })).timeouts).toStrictEqual({
      create: '2h',
      update: '60m',
      delete: '60m',
      read: '10m',
    });
  });

  test('takes environment variables after it is defined', () => {
    expect(
      (
        synthesizeResource(stack => {
          const pool = container(stack, { environmentVariables: { A: '1' } });
          pool.addEnvironmentVariable('B', '${2}');
          return pool;
        }).body.properties as Properties
      ).customContainerTemplate.containers[0].env,
    ).toStrictEqual([
      { name: 'A', value: '1' },
      { name: 'B', value: '$${2}' },
    ]);
  });

  test('lets terraform take a map of environment variables apart', () => {
    expect(
      synthesizeResource(stack => {
        const map = new TerraformVariable(stack, 'map', { type: 'map(string)' });
        return container(stack, { environmentVariables: Token.asStringMap(map.value) });
      }).body.properties,
    ).toMatchObject({
      customContainerTemplate: {
        containers: [{ env: '${concat([for name, value in "${var.map}" : { name = name, value = value }], [])}' }],
      },
    });
  });

  test('takes overrides inside the container', () => {
    expect(
      (
        synthesizeResource(stack => {
          const pool = container(stack);
          (pool.node.defaultChild as AzapiResource).addOverride('body.properties.customContainerTemplate.containers.0.resources.cpu', 1.5);
          return pool;
        }).body.properties as Properties
      ).customContainerTemplate.containers[0].resources,
    ).toStrictEqual({ cpu: 1.5, memory: '0.5Gi' });
  });

  const ADDED: Array<[string, string, string]> = [
    ['A', '2', "environmentVariables must have each name once, got 'A' again"],
    ['B=C', '2', "a name in environmentVariables must be one or more characters without =, got 'B=***'"],
    ['', '2', "a name in environmentVariables must be one or more characters without =, got ''"],
  ];

  test.each(ADDED)('refuses to add the environment variable %j', (name, value, message) => {
    synthesizeResource(stack => {
      const pool = container(stack, { environmentVariables: { A: '1' } });
      expect(() => pool.addEnvironmentVariable(name, value)).toThrow(`CustomContainerPool at 'stack/pool' is not valid:\n  - ${message}`);
      return pool;
    });
  });
});
