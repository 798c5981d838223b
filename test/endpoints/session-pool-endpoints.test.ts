import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { ISessionPool } from '../../lib';
import { CodeInterpreterPoolFleet, CodeInterpreterType, ContainerType, SessionPool, SessionPoolEndpoints } from '../../lib';
import { ValidationError } from '../../lib/errors';
import { computedEndpoint, container, interpreter, POOL_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import { parse, synthesize, testApp } from '../support/synth';

const POOL = 'azapi_resource.pool_056F3F7E';
const ENDPOINT = computedEndpoint(POOL);
const CUSTOM_ENDPOINT = `https://\${${POOL}.name}.\${data.azapi_resource.pool-environment_Data_B713E067.output.properties.defaultDomain}`;
const MCP_LOCAL = 'pool_McpServerEndpoint_EC22D056';
const MCP_ENDPOINT = `\${local.${MCP_LOCAL}}`;

function valueOf(build: (stack: TerraformStack) => unknown): unknown {
  return synthesize(stack => void new TerraformOutput(stack, 'o', { value: build(stack), staticId: true })).output.o.value;
}

function imported(stack: TerraformStack): ISessionPool {
  return SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, poolManagementEndpoint: 'https://pool.example' });
}

const LANGUAGES = [CodeInterpreterType.PYTHON_LTS, CodeInterpreterType.NODE_LTS, CodeInterpreterType.SHELL];
const FILES = ['fileMetadata', 'deleteFile', 'downloadFile'] as const;
const NAMED = ['executionResult', ...FILES] as const;

const URLS = [
  ['executeCode', 'executions'],
  ['executionResult', 'executions/a.txt'],
  ['uploadFile', 'files'],
  ['listFiles', 'files'],
  ['fileMetadata', 'files/a.txt'],
  ['deleteFile', 'files/a.txt'],
  ['downloadFile', 'files/a.txt/content'],
  ['describeSession', 'session'],
  ['stopSession', 'session'],
  ['listSessions', 'listSessions'],
  ['sessionMetadata', 'metadata'],
] as const;

const FIRST_URLS = [
  ['executeCode', 'code/execute'],
  ['uploadFile', 'files/upload'],
  ['listFiles', 'files'],
  ['downloadFile', 'files/content/a.txt'],
] as const;

type Member = (typeof URLS)[number][0];

/** The URL that a member gives, of the file or of the run `a.txt` where it takes a name. */
function urlOf(endpoints: SessionPoolEndpoints, member: Member): string {
  const value = endpoints[member];
  return typeof value === 'string' ? value : (value as (name: string) => string).call(endpoints, 'a.txt');
}

function unavailable(failure: string): ValidationError {
  return new ValidationError('SessionPoolEndpoints', 'stack/pool', [failure]);
}

describe('endpoints of a code interpreter pool', () => {
  test('of the first version are the four URLs of its documentation', () => {
    const region = 'westus2';
    const pool = (stack: TerraformStack) =>
      SessionPool.fromSessionPoolAttributes(stack, 'pool', {
        sessionPoolId: POOL_ID,
        location: region,
        sessionsApiVersion: '2024-02-02-preview',
      }).endpoints;
    const root = `https://${region}.dynamicsessions.io${POOL_ID.replace('/providers/Microsoft.App', '')}`;
    expect(
      valueOf(stack => {
        const endpoints = pool(stack);
        return [endpoints.executeCode, endpoints.uploadFile, endpoints.listFiles, endpoints.downloadFile('a.txt')];
      }),
    ).toStrictEqual([
      `${root}/code/execute?api-version=2024-02-02-preview`,
      `${root}/files/upload?api-version=2024-02-02-preview`,
      `${root}/files?api-version=2024-02-02-preview`,
      `${root}/files/content/a.txt?api-version=2024-02-02-preview`,
    ]);
  });

  describe.each(LANGUAGES)('of $name', containerType => {
    test.each(URLS)('%s is the URL of a pool that is defined here', (member, path) => {
      expect(valueOf(stack => urlOf(interpreter(stack, { containerType }).endpoints, member))).toBe(
        `${ENDPOINT}/${path}?api-version=2025-10-02-preview`,
      );
    });

    test.each(URLS)('%s is the URL of a pool whose region and name are known later', (member, path) => {
      expect(
        valueOf(stack => {
          const [location, sessionPoolName] = ['location', 'name'].map(
            id => new TerraformVariable(stack, id, { type: 'string' }).stringValue,
          );
          return urlOf(interpreter(stack, { containerType, location, sessionPoolName }).endpoints, member);
        }),
      ).toBe(`${ENDPOINT}/${path}?api-version=2025-10-02-preview`);
    });

    test.each(URLS)('%s is the URL of a pool that is imported', (member, path) => {
      expect(
        valueOf(stack =>
          urlOf(
            SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, location: 'West US 2', containerType })
              .endpoints,
            member,
          ),
        ),
      ).toBe(`https://westus2.dynamicsessions.io${POOL_ID.replace('/providers/Microsoft.App', '')}/${path}?api-version=2025-10-02-preview`);
    });

    test.each(URLS)('%s is the URL of an imported pool whose endpoint is read in the plan', (member, path) => {
      expect(
        valueOf(stack =>
          urlOf(SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, containerType }).endpoints, member),
        ),
      ).toBe(`\${data.azapi_resource.pool_Data_EC1AC182.output.properties.poolManagementEndpoint}/${path}?api-version=2025-10-02-preview`);
    });

    test.each(FIRST_URLS)('%s is the URL of the first version on request', (member, path) => {
      expect(
        valueOf(stack => urlOf(interpreter(stack, { containerType, sessionsApiVersion: '2024-02-02-preview' }).endpoints, member)),
      ).toBe(`${ENDPOINT}/${path}?api-version=2024-02-02-preview`);
    });

    test.each(URLS.filter(([member]) => !FIRST_URLS.some(([first]) => first === member)))('%s is refused in the first version', member => {
      synthesize(stack => {
        const { endpoints } = interpreter(stack, { containerType, sessionsApiVersion: '2024-02-02-preview' });
        expect(() => urlOf(endpoints, member)).toThrow(
          unavailable(
            `${member} is not available: version '2024-02-02-preview' of the sessions API does not have it; leave sessionsApiVersion out, or use '2025-10-02-preview'`,
          ),
        );
      });
    });
  });

  test.each(NAMED)('%s encodes names', member => {
    expect(valueOf(stack => interpreter(stack).endpoints[member]('ä b+c/d%?.txt'))).toContain('/%C3%A4%20b%2Bc%2Fd%25%3F.txt');
  });

  test.each(NAMED)('%s lets Terraform encode a name that it knows only later, blanks as in a path', member => {
    expect(
      valueOf(stack => {
        const name = new TerraformVariable(stack, 'name', { type: 'string' });
        return interpreter(stack).endpoints[member](`a \${x}-${name.stringValue}.txt`);
      }),
    ).toContain('/${replace(urlencode("a ${"$"}{x}-${var.name}.txt"), "+", "%20")}');
  });

  test.each(FILES)('%s takes the folder of the file', member => {
    expect(valueOf(stack => interpreter(stack).endpoints[member]('a.txt', { path: 'data/2026 b' }))).toMatch(
      /\?api-version=2025-10-02-preview&path=data%2F2026%20b$/,
    );
  });

  test.each(FILES)('%s lets Terraform encode a folder that it knows only later', member => {
    expect(
      valueOf(stack => {
        const path = new TerraformVariable(stack, 'path', { type: 'string' });
        return interpreter(stack).endpoints[member]('a.txt', { path: path.stringValue });
      }),
    ).toMatch(/&path=\$\{replace\(urlencode\("\$\{var\.path\}"\), "\+", "%20"\)\}$/);
  });

  test.each([
    ['', "must not be empty, '.' or '..', got ''"],
    ['.', "must not be empty, '.' or '..', got '.'"],
    ['..', "must not be empty, '.' or '..', got '..'"],
    [undefined, 'must be a string, got undefined'],
    [1, 'must be a string, got 1'],
    ['\ud800', 'must be well-formed Unicode, got'],
  ])('the name %j is refused', (name, failure) => {
    synthesize(stack => {
      const { endpoints } = interpreter(stack);
      for (const member of NAMED) expect(() => endpoints[member](name as string)).toThrow(`${member}: name ${failure}`);
    });
  });

  test('a list of names is refused', () => {
    synthesize(stack => {
      const names = new TerraformVariable(stack, 'names', { type: 'list(string)' }).listValue;
      expect(() => interpreter(stack).endpoints.deleteFile(names[0])).toThrow('deleteFile: name must be a single string');
    });
  });

  test('a folder is refused in the first version', () => {
    synthesize(stack => {
      const { endpoints } = interpreter(stack, { sessionsApiVersion: '2024-02-02-preview' });
      expect(() => endpoints.downloadFile('a', { path: 'b' })).toThrow(
        unavailable("downloadFile: path must not be given with version '2024-02-02-preview' of the sessions API, which has no folders"),
      );
    });
  });

  test('takes another version of the API', () => {
    expect(valueOf(stack => new SessionPoolEndpoints(interpreter(stack), { apiVersion: '2024-10-02-preview' }).executeCode)).toBe(
      `${ENDPOINT}/executions?api-version=2024-10-02-preview`,
    );
  });
});

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

describe('endpoints of a pool of an unknown kind', () => {
  test.each(['stopSession', 'describeSession', 'listSessions'] as const)('%s asks for the kind', member => {
    synthesize(stack => {
      const { endpoints } = imported(stack);
      expect(() => endpoints[member]).toThrow(
        unavailable(
          `${member} is not available: code interpreter and custom container pools have different URLs for it; give containerType for a pool that is not defined here`,
        ),
      );
    });
  });

  test.each(URLS.filter(([member]) => !['stopSession', 'describeSession', 'listSessions'].includes(member)))(
    '%s is the URL of a code interpreter pool',
    (member, path) => {
      expect(valueOf(stack => urlOf(imported(stack).endpoints, member))).toBe(
        `https://pool.example/${path}?api-version=2025-10-02-preview`,
      );
    },
  );

  test('it is a code interpreter pool where a version of its API is given', () => {
    const attributes = { sessionPoolId: POOL_ID, poolManagementEndpoint: 'https://pool.example', sessionsApiVersion: '2025-10-02-preview' };
    expect(valueOf(stack => SessionPool.fromSessionPoolAttributes(stack, 'pool', attributes).endpoints.stopSession)).toBe(
      'https://pool.example/session?api-version=2025-10-02-preview',
    );
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
