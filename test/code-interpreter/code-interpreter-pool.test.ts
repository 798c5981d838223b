import { TerraformOutput, TerraformResource } from 'cdktf';
import type { CodeInterpreterPoolProps } from '../../lib';
import { AzapiProvider, AzapiResource, CodeInterpreterType, SessionNetworkStatus, SessionPool } from '../../lib';
import { BROKEN_CONNECTION, computedEndpoint, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import { synthesize, synthesizeResource } from '../support/synth';

const DEFAULT_PROPERTIES = {
  containerType: 'PythonLTS',
  poolManagementType: 'Dynamic',
  scaleConfiguration: { maxConcurrentSessions: 10 },
  dynamicPoolConfiguration: { lifecycleConfiguration: { lifecycleType: 'Timed', cooldownPeriodInSeconds: 300 } },
  sessionNetworkConfiguration: { status: 'EgressDisabled' },
};

describe('CodeInterpreterPool', () => {
  test('writes everything that guards the sessions when only what is required is given', () => {
    const { '//': metadata, ...resource } = synthesizeResource(stack => interpreter(stack));
    expect(resource).toStrictEqual({
      type: 'Microsoft.App/sessionPools@2026-01-01',
      name: expect.stringMatching(/^stackpool[0-9a-f]{8}$/),
      parent_id: RESOURCE_GROUP_ID,
      location: 'westus2',
      body: { properties: DEFAULT_PROPERTIES },
      response_export_values: [
        'properties.poolManagementEndpoint',
        'properties.sessionNetworkConfiguration.status',
        'properties.mcpServerSettings',
      ],
      replace_triggers_refs: ['properties.containerType', 'properties.environmentId', 'properties.poolManagementType'],
      ignore_casing: true,
      retry: { error_message_regex: ['OperationInProgress', BROKEN_CONNECTION] },
      ignore_missing_property: false,
    });
  });

  const PROPERTIES: Array<[Partial<CodeInterpreterPoolProps>, object]> = [
    [{ containerType: CodeInterpreterType.PYTHON_LTS }, { containerType: 'PythonLTS' }],
    [{ containerType: CodeInterpreterType.NODE_LTS }, { containerType: 'NodeLTS', mcpServerSettings: null }],
    [{ containerType: CodeInterpreterType.SHELL }, { containerType: 'Shell', mcpServerSettings: null }],
    [{ apiVersion: '2025-10-02-preview' }, { mcpServerSettings: null }],
    [{ containerType: CodeInterpreterType.of('RustLTS') }, { containerType: 'RustLTS' }],
    [{ maxConcurrentSessions: 600 }, { scaleConfiguration: { maxConcurrentSessions: 600 } }],
    [
      { cooldownPeriodInSeconds: 3600 },
      { dynamicPoolConfiguration: { lifecycleConfiguration: { lifecycleType: 'Timed', cooldownPeriodInSeconds: 3600 } } },
    ],
    [{ networkStatus: SessionNetworkStatus.EGRESS_DISABLED }, { sessionNetworkConfiguration: { status: 'EgressDisabled' } }],
    [{ networkStatus: SessionNetworkStatus.EGRESS_ENABLED }, { sessionNetworkConfiguration: { status: 'EgressEnabled' } }],
    [{ mcpServer: {} }, { mcpServerSettings: { isMcpServerEnabled: true, isMcpServerApiKeyDisabled: false } }],
    [{ mcpServer: { apiKeyDisabled: true } }, { mcpServerSettings: { isMcpServerEnabled: true, isMcpServerApiKeyDisabled: true } }],
  ];

  test.each(PROPERTIES)('renders %j', (props, expected) => {
    expect(synthesizeResource(stack => interpreter(stack, props)).body.properties).toStrictEqual({ ...DEFAULT_PROPERTIES, ...expected });
  });

  const ARGUMENTS: Array<[Partial<CodeInterpreterPoolProps>, object]> = [
    [{ sessionPoolName: 'pool1' }, { name: 'pool1' }],
    [{ location: 'West US 2' }, { location: 'West US 2' }],
    [{ tags: { CostCenter: 'x' } }, { tags: { CostCenter: 'x' } }],
    [{ timeouts: { create: '45m' } }, { timeouts: { create: '45m' } }],
    [{ apiVersion: '2025-07-01' }, { type: 'Microsoft.App/sessionPools@2025-07-01' }],
  ];

  test.each(ARGUMENTS)('passes %j on', (props, expected) => {
    expect(synthesizeResource(stack => interpreter(stack, props))).toMatchObject(expected);
  });

  test.each(['tags', 'timeouts', 'schema_validation_enabled', 'depends_on', 'provider', 'sensitive_body', 'identity'])(
    'leaves %s out unless it is needed',
    argument => {
      expect(synthesizeResource(stack => interpreter(stack))).not.toHaveProperty(argument);
    },
  );

  const MCP_EXPORTS: Array<[Partial<CodeInterpreterPoolProps>, string[]]> = [
    [{ mcpServer: {} }, ['properties.mcpServerSettings.isMcpServerEnabled', 'properties.mcpServerSettings.mcpServerEndpoint']],
    [{}, ['properties.mcpServerSettings']],
    [{ containerType: CodeInterpreterType.SHELL }, []],
  ];

  test.each(MCP_EXPORTS)(
    'reads back another part of the MCP server with %j, so that azapi sees when it is taken away',
    (props, exported) => {
      expect(synthesizeResource(stack => interpreter(stack, props)).response_export_values).toStrictEqual([
        'properties.poolManagementEndpoint',
        'properties.sessionNetworkConfiguration.status',
        ...exported,
      ]);
    },
  );

  test('is not destroyed where that is prevented', () => {
    expect(synthesizeResource(stack => interpreter(stack, { preventDestroy: true })).lifecycle).toMatchObject({ prevent_destroy: true });
  });

  test('adopts the pool that exists where that is asked for', () => {
    const adopted = synthesize(stack => void interpreter(stack, { adoptExisting: true, sessionPoolName: 'pool1' }));
    expect(adopted.import).toStrictEqual([
      {
        to: 'azapi_resource.pool_056F3F7E',
        id: `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/pool1?api-version=2026-01-01`,
      },
    ]);
    expect(synthesize(stack => void interpreter(stack))).not.toHaveProperty('import');
  });

  test('uses the provider and the dependencies that it is given', () => {
    const { resource } = synthesize(stack => {
      const provider = new AzapiProvider(stack, 'azapi', { alias: 'other' });
      const first = new AzapiResource(stack, 'first', { type: 'Microsoft.Resources/resourceGroups@2025-04-01' });
      interpreter(stack, { provider, dependsOn: [first] });
    });
    expect(Object.values(resource.azapi_resource)[1]).toMatchObject({ provider: 'azapi.other', depends_on: ['azapi_resource.first'] });
  });

  test('exposes id, name and endpoint as references', () => {
    const { output } = synthesize(stack => {
      const { sessionPoolId, sessionPoolName, poolManagementEndpoint } = interpreter(stack);
      new TerraformOutput(stack, 'o', { value: [sessionPoolId, sessionPoolName, poolManagementEndpoint], staticId: true });
    });
    expect(output.o.value).toStrictEqual([
      '${azapi_resource.pool_056F3F7E.id}',
      '${azapi_resource.pool_056F3F7E.name}',
      computedEndpoint('azapi_resource.pool_056F3F7E'),
    ]);
  });

  test('has the azapi resource as its default child', () => {
    synthesize(stack => {
      const pool = interpreter(stack);
      expect(TerraformResource.isTerraformResource(pool.node.defaultChild)).toBe(true);
    });
  });

  test('is told from other constructs', () => {
    synthesize(stack => {
      expect(SessionPool.isSessionPool(interpreter(stack))).toBe(true);
      expect([stack, undefined, null, 'pool', {}].map(SessionPool.isSessionPool)).toStrictEqual([false, false, false, false, false]);
    });
  });

  test('defines nothing beside the pool', () => {
    const { output, variable, data } = synthesize(stack => void interpreter(stack));
    expect([output, variable, data]).toStrictEqual([undefined, undefined, undefined]);
  });
});
