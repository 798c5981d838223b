import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { SessionPoolAttributes } from '../../lib';
import { AzapiProvider, CodeInterpreterType, ContainerType, SessionPool } from '../../lib';
import { POOL_ID, RESOURCE_GROUP_ID, SUBSCRIPTION } from '../support/fixtures';
import type { Configuration } from '../support/synth';
import { synthesize, testApp } from '../support/synth';

function endpointOf(attributes: (stack: TerraformStack) => Partial<SessionPoolAttributes>): Configuration {
  return synthesize(stack => {
    const pool = SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, ...attributes(stack) });
    new TerraformOutput(stack, 'o', { value: pool.poolManagementEndpoint, staticId: true });
  });
}

describe('a pool that is defined elsewhere', () => {
  test('has the id and the name of its id and asks Azure for nothing', () => {
    const { output, data } = synthesize(stack => {
      const { sessionPoolId, sessionPoolName } = SessionPool.fromSessionPoolId(stack, 'pool', POOL_ID);
      new TerraformOutput(stack, 'o', { value: [sessionPoolId, sessionPoolName], staticId: true });
    });
    expect(output.o.value).toStrictEqual([POOL_ID, 'my-session-pool']);
    expect(data).toBeUndefined();
  });

  test('lets Terraform take an id apart that it knows only later', () => {
    const { output } = synthesize(stack => {
      const id = new TerraformVariable(stack, 'id', { type: 'string' });
      new TerraformOutput(stack, 'o', {
        value: SessionPool.fromSessionPoolId(stack, 'pool', id.stringValue).sessionPoolName,
        staticId: true,
      });
    });
    expect(output.o.value).toBe('${split("/", var.id)[8]}');
  });

  test('asks Azure for the endpoint once, where only the id is known', () => {
    const { output, data } = synthesize(stack => {
      const pool = SessionPool.fromSessionPoolId(stack, 'pool', POOL_ID);
      new TerraformOutput(stack, 'o', { value: [pool.poolManagementEndpoint, pool.endpoints.root], staticId: true });
    });
    const endpoint = '${data.azapi_resource.pool_Data_EC1AC182.output.properties.poolManagementEndpoint}';
    expect(output.o.value).toStrictEqual([endpoint, endpoint]);
    expect(Object.values(data.azapi_resource)).toStrictEqual([
      {
        type: 'Microsoft.App/sessionPools@2026-01-01',
        resource_id: POOL_ID,
        response_export_values: ['properties.poolManagementEndpoint'],
      },
    ]);
  });

  test('asks the api version that has MCP for the MCP server', () => {
    const { data } = synthesize(stack => {
      const pool = SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, hasMcpServer: true });
      new TerraformOutput(stack, 'o', { value: pool.endpoints.mcpServer });
    });
    expect(Object.values(data.azapi_resource)).toMatchObject([
      {
        type: 'Microsoft.App/sessionPools@2025-10-02-preview',
        response_export_values: ['properties.mcpServerSettings.mcpServerEndpoint'],
      },
    ]);
  });

  const COMPUTED: Array<[string, (stack: TerraformStack) => Partial<SessionPoolAttributes>, string]> = [
    ['as given', () => ({ poolManagementEndpoint: 'https://a.example/b' }), 'https://a.example/b'],
    [
      'from the region',
      () => ({ location: 'West US 2' }),
      `https://westus2.dynamicsessions.io/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/sessionPools/my-session-pool`,
    ],
    [
      'from the domain of the environment',
      () => ({ environmentDefaultDomain: 'a.westus2.azurecontainerapps.io' }),
      'https://my-session-pool.a.westus2.azurecontainerapps.io',
    ],
    [
      'from a region that is known later',
      stack => ({ location: new TerraformVariable(stack, 'region', {}).stringValue }),
      'https://${lower(replace(var.region, " ", ""))}.dynamicsessions.io' +
        `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/sessionPools/my-session-pool`,
    ],
  ];

  test.each(COMPUTED)('has its endpoint %s without asking Azure', (_, attributes, endpoint) => {
    const { output, data } = endpointOf(attributes);
    expect(output.o.value).toBe(endpoint);
    expect(data).toBeUndefined();
  });

  test('is read with the provider that is given', () => {
    const { data } = endpointOf(stack => ({ provider: new AzapiProvider(stack, 'azapi', { alias: 'other' }) }));
    expect(Object.values(data.azapi_resource)).toMatchObject([{ provider: 'azapi.other' }]);
  });

  const FORM = "'/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.App/sessionPools/<name>'";
  const BAD: Array<[object, string]> = [
    [{ sessionPoolId: 'my-session-pool' }, `sessionPoolId must have the form ${FORM}, got 'my-session-pool'`],
    [{ sessionPoolId: RESOURCE_GROUP_ID }, `sessionPoolId must have the form ${FORM}, got '${RESOURCE_GROUP_ID}'`],
    [{ sessionPoolId: '' }, `sessionPoolId must have the form ${FORM}, got ''`],
    [{ sessionPoolId: undefined }, `sessionPoolId must be given: ${FORM}`],
    [{ poolManagementEndpoint: 'http://a' }, "poolManagementEndpoint must be an https URL without a query, got 'http://a'"],
    [{ poolManagementEndpoint: 'https://a/?b' }, "poolManagementEndpoint must be an https URL without a query, got 'https://a/?b'"],
    [{ poolManagementEndpoint: 'https://a/' }, "poolManagementEndpoint must be an https URL without a query, got 'https://a/'"],
    [{ location: 'west-us' }, "location must be a region such as 'westus2' or 'West US 2', got 'west-us'"],
    [{ environmentDefaultDomain: 'a' }, "environmentDefaultDomain must be a domain, got 'a'"],
    [{ containerType: CodeInterpreterType.of('Python LTS') }, "containerType must be a type such as 'PythonLTS', got 'Python LTS'"],
    [
      { containerType: ContainerType.CUSTOM_CONTAINER, location: 'westus2' },
      'location must not be given for a custom container pool: its endpoint follows from environmentDefaultDomain',
    ],
    [
      { containerType: CodeInterpreterType.SHELL, environmentDefaultDomain: 'a.b' },
      'environmentDefaultDomain must not be given for a code interpreter pool: its endpoint follows from location',
    ],
    [
      { location: 'westus2', environmentDefaultDomain: 'a.b' },
      'location and environmentDefaultDomain must not both be given: the one belongs to code interpreter pools, the other to custom container pools',
    ],
  ];

  test.each(BAD)('is refused for %j', (attributes, message) => {
    const stack = new TerraformStack(testApp(), 'stack');
    expect(() =>
      SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, ...attributes } as SessionPoolAttributes),
    ).toThrow(`SessionPool at 'stack/pool' is not valid:\n  - ${message}`);
    expect(stack.node.tryFindChild('pool')).toBeUndefined();
  });
});
