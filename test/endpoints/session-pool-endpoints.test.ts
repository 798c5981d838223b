import { TerraformOutput, TerraformStack } from 'cdktf';
import { ENDPOINT, POOL, unavailable, URLS, urlOf, valueOf } from './urls';
import { CodeInterpreterPoolFleet, ContainerType, SessionPool, SessionPoolEndpoints } from '../../lib';
import { container, interpreter, POOL_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import { parse, synthesize, testApp } from '../support/synth';

const CUSTOM_ENDPOINT = `https://\${${POOL}.name}.\${data.azapi_resource.pool-environment_Data_B713E067.output.properties.defaultDomain}`;
const MCP_LOCAL = 'pool_McpServerEndpoint_EC22D056';
const MCP_ENDPOINT = `\${local.${MCP_LOCAL}}`;

describe('endpoints of a custom container pool', () => {
  const OPERATIONS = [
    ['stopSession', 'stopSession'],
    ['describeSession', 'getSession'],
    ['listSessions', 'listSessions'],
  ] as const;

  test.each(OPERATIONS)('%s is the documented URL', (member, operation) => {
    expect(valueOf(stack => container(stack).endpoints[member])).toBe(
      `${CUSTOM_ENDPOINT}/.management/${operation}?api-version=2025-02-02-preview`,
    );
  });

  test.each(OPERATIONS)('%s is the same for a pool that is imported', (member, operation) => {
    expect(
      valueOf(
        stack =>
          SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, environmentDefaultDomain: 'happy.example.io' })
            .endpoints[member],
      ),
    ).toBe(`https://my-session-pool.happy.example.io/.management/${operation}?api-version=2025-02-02-preview`);
  });

  test('root is the endpoint itself', () => {
    expect(valueOf(stack => container(stack).endpoints.root)).toBe(CUSTOM_ENDPOINT);
  });

  test.each(URLS.map(([member]) => member).filter(member => !OPERATIONS.some(([managed]) => managed === member)))(
    '%s is refused',
    member => {
      synthesize(stack => {
        const { endpoints } = container(stack);
        expect(() => urlOf(endpoints, member)).toThrow(
          unavailable(`${member} is not available: a custom container pool forwards requests to root`),
        );
      });
    },
  );

  test('a version of the API of code interpreters is refused', () => {
    synthesize(stack => {
      const options = { containerType: ContainerType.CUSTOM_CONTAINER, apiVersion: '2025-10-02-preview' };
      expect(() => new SessionPoolEndpoints(container(stack), options)).toThrow(
        unavailable(
          "apiVersion must not be given for a custom container pool: its sessions are managed with '2025-02-02-preview', got '2025-10-02-preview'",
        ),
      );
      const attributes = { sessionPoolId: POOL_ID, sessionsApiVersion: '2025-10-02-preview' };
      for (const kind of [{ containerType: ContainerType.CUSTOM_CONTAINER }, { environmentDefaultDomain: 'happy.example.io' }]) {
        expect(() => SessionPool.fromSessionPoolAttributes(stack, 'imported', { ...attributes, ...kind })).toThrow(
          'sessionsApiVersion must not be given for a custom container pool: it is a version of the API of code interpreter sessions',
        );
      }
    });
  });
});

describe('endpoints of any pool', () => {
  test('name the audience of tokens', () => {
    synthesize(stack => expect(interpreter(stack).endpoints.audience).toBe('https://dynamicsessions.io'));
  });

  test('have the MCP server of a pool that has one', () => {
    const configuration = synthesize(stack => {
      const { endpoints } = interpreter(stack, { mcpServer: {} });
      new TerraformOutput(stack, 'o', { value: [endpoints.mcpServer, endpoints.mcpServer], staticId: true });
    });
    expect(configuration.output.o.value).toStrictEqual([MCP_ENDPOINT, MCP_ENDPOINT]);
    expect(configuration).toMatchObject({
      locals: {
        [MCP_LOCAL]:
          '${try(coalesce(data.azapi_resource.pool_McpData_42831A30.output.properties.mcpServerSettings.mcpServerEndpoint), ' +
          `${POOL}.output.properties.mcpServerSettings.mcpServerEndpoint)}`,
      },
    });
    expect(Object.keys(configuration.data.azapi_resource)).toStrictEqual(['pool_McpData_42831A30']);
  });

  test('leave the MCP server to other stacks as one value, which there is also before the server', () => {
    const app = testApp();
    const [platform, agents] = [new TerraformStack(app, 'platform'), new TerraformStack(app, 'agents')];
    new TerraformOutput(agents, 'o', { value: interpreter(platform, { mcpServer: {} }).endpoints.mcpServer });
    agents.prepareStack();
    expect(Object.values(parse(platform).output).map(({ value }) => value)).toStrictEqual([MCP_ENDPOINT]);
  });

  test('refuse the MCP server of a pool that has none', () => {
    synthesize(stack => {
      const { endpoints } = interpreter(stack);
      expect(() => endpoints.mcpServer).toThrow(
        unavailable('mcpServer is not available: give the pool mcpServer, even empty, and for an existing pool hasMcpServer'),
      );
    });
  });

  test('say that a custom container pool has no MCP server', () => {
    synthesize(stack => {
      const { endpoints } = container(stack);
      expect(() => endpoints.mcpServer).toThrow(unavailable('mcpServer is not available: custom container pools have no MCP server'));
    });
  });

  test('give an app what it needs', () => {
    expect(valueOf(stack => interpreter(stack).endpoints.toEnvironmentVariables())).toStrictEqual({
      POOL_MANAGEMENT_ENDPOINT: ENDPOINT,
      SESSION_POOL_API_VERSION: '2025-10-02-preview',
      SESSION_POOL_TOKEN_SCOPE: 'https://dynamicsessions.io/.default',
    });
  });

  test('give an app the MCP server and its own client id where there are any', () => {
    expect(valueOf(stack => interpreter(stack, { mcpServer: {} }).endpoints.toEnvironmentVariables({ clientId: 'c' }))).toMatchObject({
      SESSION_POOL_MCP_ENDPOINT: MCP_ENDPOINT,
      AZURE_CLIENT_ID: 'c',
    });
  });

  test.each([
    [{ sessionsApiVersion: '2024-02-02-preview' }, '2024-02-02-preview'],
    [{}, '2025-10-02-preview'],
  ])('tell an app the version of the API (%j)', (props, version) => {
    expect(
      valueOf(stack => [
        interpreter(stack, props).endpoints.toEnvironmentVariables().SESSION_POOL_API_VERSION,
        SessionPool.fromSessionPoolAttributes(stack, 'imported', { sessionPoolId: POOL_ID, ...props }).endpoints.toEnvironmentVariables()
          .SESSION_POOL_API_VERSION,
        new CodeInterpreterPoolFleet(stack, 'fleet', {
          sessions: 700,
          locations: ['westus2'],
          resourceGroupId: RESOURCE_GROUP_ID,
          ...props,
        }).toEnvironmentVariables().SESSION_POOL_API_VERSION,
      ]),
    ).toStrictEqual([version, version, version]);
  });

  test('tell an app the version with which the sessions of a custom container pool are managed', () => {
    expect(valueOf(stack => container(stack).endpoints.toEnvironmentVariables().SESSION_POOL_API_VERSION)).toBe('2025-02-02-preview');
  });

  test('leave only ID, name and region to other stacks, which compute the endpoint', () => {
    const app = testApp();
    const platform = new TerraformStack(app, 'platform');
    const agents = new TerraformStack(app, 'agents');
    const { endpoints, sessionPoolId } = interpreter(platform);
    new TerraformOutput(agents, 'o', { value: [endpoints.executeCode, endpoints.toEnvironmentVariables(), sessionPoolId], staticId: true });
    agents.prepareStack();
    expect(
      Object.values(parse(platform).output)
        .map(({ value }) => value)
        .sort(),
    ).toStrictEqual([`\${${POOL}.id}`, `\${${POOL}.location}`, `\${${POOL}.name}`]);
  });
});
