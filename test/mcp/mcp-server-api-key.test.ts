import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TerraformProvider } from 'cdktf';
import { DataResource, TerraformStack, Testing } from 'cdktf';
import type { ISessionPoolRef, SessionPoolAttributes } from '../../lib';
import {
  AzapiProvider,
  CodeInterpreterPoolFleet,
  CodeInterpreterType,
  ContainerType,
  McpServerApiKey,
  McpServerApiKeyRotation,
  SecretEnvironmentVariable,
  SessionPool,
  SessionSecret,
} from '../../lib';
import { failuresOf } from '../support/failures';
import { container, interpreter, POOL_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import { parse, synthesize, synthesizeHcl, testApp } from '../support/synth';
import { describeWithProviders, temporaryDirectory, terraformSucceeds } from '../support/terraform';

function build(stack: TerraformStack): void {
  const { value } = new McpServerApiKey(stack, 'key', { pool: interpreter(stack, { mcpServer: {} }) });
  container(
    stack,
    { secretEnvironmentVariables: [SecretEnvironmentVariable.of('MCP_API_KEY', SessionSecret.fromToken('mcp-api-key', value))] },
    'client',
  );
}

function imported(stack: TerraformStack, attributes: Partial<SessionPoolAttributes> = {}, id = 'pool'): ISessionPoolRef {
  return SessionPool.fromSessionPoolAttributes(stack, id, { sessionPoolId: POOL_ID, ...attributes });
}

function rotate(stack: TerraformStack, pool: ISessionPoolRef, id = 'rotation'): McpServerApiKeyRotation {
  return new McpServerApiKeyRotation(stack, id, { pool, rotationId: '2026-11' });
}

/** What the only API key of a stack waits for. */
function dependenciesOfKey(build_: (stack: TerraformStack) => void): unknown {
  const { ephemeral } = synthesize(build_);
  const [key] = Object.values(ephemeral?.azapi_resource_action as { [id: string]: { depends_on?: string[] } });
  return key.depends_on;
}

describe('McpServerApiKey', () => {
  test('is fetched by an ephemeral action, which no state keeps', () => {
    const { ephemeral, terraform, resource } = synthesize(build);
    const [[id, key]] = Object.entries(ephemeral?.azapi_resource_action as object);
    expect(key).toStrictEqual({
      type: 'Microsoft.App/sessionPools@2025-10-02-preview',
      resource_id: '${azapi_resource.pool_056F3F7E.id}',
      action: 'fetchMcpServerCredentials',
      response_export_values: ['apiKey'],
    });
    expect(terraform.required_version).toBe('>= 1.11.0');
    expect(
      Object.values(resource.azapi_resource)
        .map(({ sensitive_body }) => sensitive_body)
        .filter(Boolean),
    ).toStrictEqual([
      { properties: { secrets: [{ name: 'mcp-api-key', value: `\${ephemeral.azapi_resource_action.${id}.output.apiKey}` }] } },
    ]);
  });

  test('is fetched after the rotations of the pool, before or after it in the app, and of no other pool', () => {
    const dependencies = dependenciesOfKey(stack => {
      const [rotated, other] = ['rotated', 'other'].map(id => interpreter(stack, { mcpServer: {} }, id));
      rotate(stack, rotated, 'before');
      new McpServerApiKey(stack, 'key', { pool: rotated });
      rotate(stack, rotated, 'after');
      rotate(stack, other, 'other-rotation');
    });
    expect(dependencies).toStrictEqual([
      expect.stringMatching(/^azapi_resource_action\.before_\w+$/),
      expect.stringMatching(/^azapi_resource_action\.after_\w+$/),
    ]);
  });

  test('is fetched after the rotations of the same pool by another reference', () => {
    const dependencies = dependenciesOfKey(stack => {
      new McpServerApiKey(stack, 'key', { pool: imported(stack, {}, 'one') });
      rotate(stack, SessionPool.fromSessionPoolId(stack, 'two', POOL_ID.toUpperCase()));
    });
    expect(dependencies).toStrictEqual([expect.stringMatching(/^azapi_resource_action\.rotation_\w+$/)]);
  });

  test('does not wait for what another stack rotates', () => {
    const app = testApp();
    const [mine, theirs] = ['mine', 'theirs'].map(id => new TerraformStack(app, id));
    new McpServerApiKey(mine, 'key', { pool: imported(mine) });
    rotate(theirs, imported(theirs));
    const [key] = Object.values(parse(mine).ephemeral?.azapi_resource_action as object) as object[];
    expect(key).not.toHaveProperty('depends_on');
  });

  test('can be depended on', () => {
    const { resource, ephemeral } = synthesize(stack => {
      const apiKey = new McpServerApiKey(stack, 'key', { pool: imported(stack) });
      new DataResource(stack, 'dependent', { dependsOn: [apiKey] });
    });
    const [id] = Object.keys(ephemeral?.azapi_resource_action as object);
    expect(Object.values(resource.terraform_data)).toMatchObject([{ depends_on: [`ephemeral.azapi_resource_action.${id}`] }]);
  });

  test('is refused as HCL, which would leave it out', () => {
    expect(() => synthesizeHcl(build)).toThrow("EphemeralAzapiResourceAction at 'stack/key/Resource' ");
  });
});

describe('McpServerApiKeyRotation', () => {
  test('replaces the key once for each rotation ID and keeps nothing of the answer', () => {
    const { resource } = synthesize(stack => void rotate(stack, SessionPool.fromSessionPoolId(stack, 'pool', POOL_ID)));
    expect(Object.values(resource.terraform_data)).toMatchObject([{ input: { rotationId: '2026-11' } }]);
    expect(Object.values(resource.azapi_resource_action)).toStrictEqual([
      {
        type: 'Microsoft.App/sessionPools@2025-10-02-preview',
        resource_id: POOL_ID,
        action: 'rotateMcpServerCredentials',
        response_export_values: [],
        lifecycle: { replace_triggered_by: [expect.stringMatching(/^terraform_data\.rotation_Trigger_\w+$/)] },
      },
    ]);
  });

  test('can be depended on', () => {
    const { resource } = synthesize(stack => {
      new DataResource(stack, 'dependent', { dependsOn: [rotate(stack, imported(stack))] });
    });
    const [id] = Object.keys(resource.azapi_resource_action);
    expect(Object.entries(resource.terraform_data).find(([name]) => name === 'dependent')?.[1]).toMatchObject({
      depends_on: [`azapi_resource_action.${id}`],
    });
  });

  test('takes text that looks like a template as it is', () => {
    const { resource } = synthesize(stack => {
      new McpServerApiKeyRotation(stack, 'rotation', { pool: imported(stack), rotationId: '${path.cwd}' });
    });
    expect(Object.values(resource.terraform_data)).toMatchObject([{ input: { rotationId: '$${path.cwd}' } }]);
  });
});

describe('the provider of an API key and of its rotation', () => {
  function providers(build_: (stack: TerraformStack, provider: TerraformProvider, other: TerraformProvider) => void): unknown[] {
    const { resource, ephemeral } = synthesize(stack => {
      new AzapiProvider(stack, 'azapi');
      build_(
        stack,
        new AzapiProvider(stack, 'azapi-of-pool', { alias: 'pool' }),
        new AzapiProvider(stack, 'azapi-of-key', { alias: 'key' }),
      );
    });
    return [...Object.values(resource.azapi_resource_action), ...Object.values(ephemeral?.azapi_resource_action as object)].map(
      ({ provider }: { provider?: string }) => provider,
    );
  }

  function both(stack: TerraformStack, pool: ISessionPoolRef, provider?: TerraformProvider): void {
    new McpServerApiKeyRotation(stack, 'rotation', { pool, rotationId: '1', provider });
    new McpServerApiKey(stack, 'key', { pool, provider });
  }

  test('is that of the pool', () => {
    expect(providers((stack, provider) => both(stack, interpreter(stack, { mcpServer: {}, provider })))).toStrictEqual([
      'azapi.pool',
      'azapi.pool',
    ]);
  });

  test('is that of an existing pool', () => {
    expect(providers((stack, provider) => both(stack, imported(stack, { provider })))).toStrictEqual(['azapi.pool', 'azapi.pool']);
  });

  test('is that of a fleet', () => {
    expect(
      providers((stack, provider) => {
        const [pool] = new CodeInterpreterPoolFleet(stack, 'fleet', {
          sessions: 1,
          locations: ['westus2'],
          resourceGroupId: RESOURCE_GROUP_ID,
          mcpServer: {},
          provider,
        }).pools;
        both(stack, pool);
      }),
    ).toStrictEqual(['azapi.pool', 'azapi.pool']);
  });

  test('is the one that is given', () => {
    expect(providers((stack, provider, other) => both(stack, interpreter(stack, { mcpServer: {}, provider }), other))).toStrictEqual([
      'azapi.key',
      'azapi.key',
    ]);
  });

  test('is the default one without any', () => {
    expect(providers(stack => both(stack, interpreter(stack, { mcpServer: {} })))).toStrictEqual([undefined, undefined]);
  });

  test('is not one of another stack', () => {
    const app = testApp();
    const [platform, agents] = ['platform', 'agents'].map(id => new TerraformStack(app, id));
    const pool = imported(platform, { provider: new AzapiProvider(platform, 'azapi', { alias: 'pool' }) });
    new McpServerApiKey(agents, 'key', { pool });
    const [key] = Object.values(parse(agents).ephemeral?.azapi_resource_action as object) as object[];
    expect(key).not.toHaveProperty('provider');
  });
});

describe('an API key or a rotation is refused', () => {
  const NONE = 'pool must have an MCP server:';
  const POOLS: Array<[string, (stack: TerraformStack) => ISessionPoolRef, string]> = [
    ['a code interpreter pool without mcpServer', stack => interpreter(stack), `${NONE} give the pool mcpServer, even empty`],
    [
      'a shell without mcpServer',
      stack => interpreter(stack, { containerType: CodeInterpreterType.SHELL }),
      `${NONE} give the pool mcpServer, even empty`,
    ],
    ['a custom container pool', stack => container(stack), `${NONE} custom container pools have no MCP server`],
    [
      'an existing custom container pool',
      stack => imported(stack, { containerType: ContainerType.CUSTOM_CONTAINER }),
      `${NONE} custom container pools have no MCP server`,
    ],
    [
      'an existing pool without an MCP server',
      stack => imported(stack, { hasMcpServer: false }),
      `${NONE} the existing pool has hasMcpServer false`,
    ],
    [
      'text',
      () => POOL_ID as never,
      'pool must be a session pool, got a string: use a CodeInterpreterPool, or SessionPool.fromSessionPoolId',
    ],
    ['nothing', () => undefined as never, 'pool must be given: use a CodeInterpreterPool, or SessionPool.fromSessionPoolId'],
  ];

  test.each(POOLS)('for %s', (_, pool, failure) => {
    expect(failuresOf(stack => new McpServerApiKey(stack, 'key', { pool: pool(stack) }))).toStrictEqual([failure]);
    expect(failuresOf(stack => rotate(stack, pool(stack)))).toStrictEqual([failure]);
  });

  test.each([
    [undefined, 'rotationId must be given: any text that changes when the key is to be replaced'],
    ['', "rotationId must not be empty, got ''"],
    [5, 'rotationId must be a string, got 5'],
  ])('with the rotation ID %j', (rotationId, failure) => {
    const props = { rotationId: rotationId as string };
    expect(failuresOf(stack => new McpServerApiKeyRotation(stack, 'rotation', { pool: imported(stack), ...props }))).toStrictEqual([
      failure,
    ]);
  });

  test('without properties', () => {
    expect(failuresOf(stack => new McpServerApiKeyRotation(stack, 'rotation', undefined as never))).toStrictEqual([
      'pool must be given: use a CodeInterpreterPool, or SessionPool.fromSessionPoolId',
      'rotationId must be given: any text that changes when the key is to be replaced',
    ]);
  });

  test('with the provider of something else', () => {
    const provider = { terraformResourceType: 'azurerm' } as TerraformProvider;
    const failure = "provider must be an azapi provider, got 'azurerm'";
    expect(failuresOf(stack => new McpServerApiKey(stack, 'key', { pool: imported(stack), provider }))).toStrictEqual([failure]);
    expect(
      failuresOf(stack => new McpServerApiKeyRotation(stack, 'rotation', { pool: imported(stack), rotationId: '1', provider })),
    ).toStrictEqual([failure]);
  });

  test('for no pool that may have an MCP server', () => {
    expect(failuresOf(stack => rotate(stack, SessionPool.fromSessionPoolId(stack, 'pool', POOL_ID)))).toStrictEqual([]);
    expect(failuresOf(stack => rotate(stack, imported(stack, { hasMcpServer: true })))).toStrictEqual([]);
    expect(failuresOf(stack => rotate(stack, imported(stack, { containerType: CodeInterpreterType.SHELL })))).toStrictEqual([]);
  });
});

describeWithProviders(['azapi'], 'terraform with azapi', () => {
  test('accepts the ephemeral action, the rotation and what depends on them', () => {
    const directory = temporaryDirectory();
    const stack = new TerraformStack(testApp(), 'stack');
    new AzapiProvider(stack, 'azapi');
    build(stack);
    const rotated = interpreter(stack, { mcpServer: {} }, 'rotated');
    new DataResource(stack, 'dependent', { dependsOn: [rotate(stack, rotated), new McpServerApiKey(stack, 'new-key', { pool: rotated })] });
    writeFileSync(join(directory, 'cdk.tf.json'), Testing.synth(stack));
    terraformSucceeds(directory, 'init');
    terraformSucceeds(directory, 'validate');
    expect(terraformSucceeds(directory, 'plan')).toContain('Plan: 6 to add, 0 to change, 0 to destroy');
  });
});
