import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { ISessionPool } from '../../lib';
import { CodeInterpreterType, SessionPool, SessionPoolEndpoints } from '../../lib';
import { ValidationError } from '../../lib/errors';
import { computedEndpoint, container, interpreter, POOL_ID } from '../support/fixtures';
import { parse, synthesize, testApp } from '../support/synth';

const POOL = 'azapi_resource.pool_056F3F7E';
const ENDPOINT = computedEndpoint(POOL);
const CUSTOM_ENDPOINT = `https://\${${POOL}.name}.\${data.azapi_resource.pool-environment_Data_B713E067.output.properties.defaultDomain}`;
const MCP_ENDPOINT =
  '${try(coalesce(data.azapi_resource.pool_McpData_42831A30.output.properties.mcpServerSettings.mcpServerEndpoint), ' +
  `${POOL}.output.properties.mcpServerSettings.mcpServerEndpoint)}`;

function valueOf(build: (stack: TerraformStack) => unknown): unknown {
  return synthesize(stack => void new TerraformOutput(stack, 'o', { value: build(stack), staticId: true })).output.o.value;
}

function imported(stack: TerraformStack): ISessionPool {
  return SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, poolManagementEndpoint: 'https://pool.example' });
}

function unavailable(failure: string): ValidationError {
  return new ValidationError('SessionPoolEndpoints', 'stack/pool', [failure]);
}

describe('endpoints of a code interpreter pool', () => {
  const URLS: Array<[string, (endpoints: SessionPoolEndpoints) => string, string, string]> = [
    ['executeCode', endpoints => endpoints.executeCode, 'code/execute', 'executions'],
    ['uploadFile', endpoints => endpoints.uploadFile, 'files/upload', 'files'],
    ['listFiles', endpoints => endpoints.listFiles, 'files', 'files'],
    ['downloadFile', endpoints => endpoints.downloadFile('a b/c.txt'), 'files/content/a%20b%2Fc.txt', 'files/a%20b%2Fc.txt/content'],
  ];

  test.each(URLS)('%s is the documented URL of the first API for Python', (_, url, path) => {
    expect(valueOf(stack => url(interpreter(stack).endpoints))).toBe(`${ENDPOINT}/${path}?api-version=2024-02-02-preview`);
  });

  test.each(URLS)('%s is the documented URL of the newest API for a shell', (_, url, __, path) => {
    expect(valueOf(stack => url(interpreter(stack, { containerType: CodeInterpreterType.SHELL }).endpoints))).toBe(
      `${ENDPOINT}/${path}?api-version=2025-10-02-preview`,
    );
  });

  test('downloadFile lets Terraform encode a name that it knows only later', () => {
    expect(
      valueOf(stack => {
        const name = new TerraformVariable(stack, 'name', { type: 'string' });
        return interpreter(stack).endpoints.downloadFile(name.stringValue);
      }),
    ).toBe(`${ENDPOINT}/files/content/\${urlencode("\${var.name}")}?api-version=2024-02-02-preview`);
  });

  test('takes another version of the API', () => {
    expect(valueOf(stack => new SessionPoolEndpoints(interpreter(stack), { apiVersion: '2024-10-02-preview' }).executeCode)).toBe(
      `${ENDPOINT}/executions?api-version=2024-10-02-preview`,
    );
  });

  test.each(['stopSession', 'describeSession', 'listSessions'] as const)('%s is refused', member => {
    synthesize(stack => {
      const { endpoints } = interpreter(stack);
      expect(() => endpoints[member]).toThrow(unavailable(`${member} is not available: only a custom container pool manages its sessions`));
    });
  });
});

describe('endpoints of a custom container pool', () => {
  test.each([
    ['stopSession', 'stopSession'],
    ['describeSession', 'getSession'],
    ['listSessions', 'listSessions'],
  ] as const)('%s is the documented URL', (member, operation) => {
    expect(valueOf(stack => container(stack).endpoints[member])).toBe(
      `${CUSTOM_ENDPOINT}/.management/${operation}?api-version=2025-02-02-preview`,
    );
  });

  test('root is the endpoint itself', () => {
    expect(valueOf(stack => container(stack).endpoints.root)).toBe(CUSTOM_ENDPOINT);
  });

  test.each(['executeCode', 'uploadFile', 'listFiles'] as const)('%s is refused', member => {
    synthesize(stack => {
      const { endpoints } = container(stack);
      expect(() => endpoints[member]).toThrow(unavailable(`${member} is not available: a custom container pool forwards requests to root`));
    });
  });
});

describe('endpoints of any pool', () => {
  test('name the audience of tokens', () => {
    synthesize(stack => expect(interpreter(stack).endpoints.audience).toBe('https://dynamicsessions.io'));
  });

  test('have the MCP server of a pool that has one', () => {
    expect(valueOf(stack => interpreter(stack, { mcpServer: {} }).endpoints.mcpServer)).toBe(MCP_ENDPOINT);
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
      SESSION_POOL_API_VERSION: '2024-02-02-preview',
      SESSION_POOL_TOKEN_SCOPE: 'https://dynamicsessions.io/.default',
    });
  });

  test('give an app the MCP server and its own client id where there are any', () => {
    expect(valueOf(stack => interpreter(stack, { mcpServer: {} }).endpoints.toEnvironmentVariables({ clientId: 'c' }))).toMatchObject({
      SESSION_POOL_MCP_ENDPOINT: MCP_ENDPOINT,
      AZURE_CLIENT_ID: 'c',
    });
  });

  test('are those of every kind of pool where the kind is not known', () => {
    expect(
      valueOf(stack => [
        imported(stack).endpoints.executeCode,
        SessionPool.fromSessionPoolAttributes(stack, 'other', {
          sessionPoolId: POOL_ID,
          poolManagementEndpoint: 'https://pool.example',
        }).endpoints.stopSession,
      ]),
    ).toStrictEqual([
      'https://pool.example/code/execute?api-version=2024-02-02-preview',
      'https://pool.example/.management/stopSession?api-version=2025-02-02-preview',
    ]);
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
