import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TerraformStack, Testing } from 'cdktf';
import { AzapiProvider, McpServerCredentials, SessionPool, SecretEnvironmentVariable, SessionSecret } from '../../lib';
import { container, interpreter, POOL_ID } from '../support/fixtures';
import { synthesize, synthesizeHcl, testApp } from '../support/synth';
import { describeWithProviders, temporaryDirectory, terraformSucceeds } from '../support/terraform';

function build(stack: TerraformStack): void {
  const apiKey = McpServerCredentials.fetchApiKey(stack, 'key', interpreter(stack, { mcpServer: {} }));
  container(
    stack,
    { secretEnvironmentVariables: [SecretEnvironmentVariable.of('MCP_API_KEY', SessionSecret.fromToken('mcp-api-key', apiKey))] },
    'client',
  );
}

describe('McpServerCredentials', () => {
  test('fetches the key by an ephemeral action, which no state keeps', () => {
    const { ephemeral, terraform, resource } = synthesize(build);
    expect(ephemeral).toStrictEqual({
      azapi_resource_action: {
        key: {
          type: 'Microsoft.App/sessionPools@2025-10-02-preview',
          resource_id: '${azapi_resource.pool_056F3F7E.id}',
          action: 'fetchMcpServerCredentials',
          response_export_values: ['apiKey'],
        },
      },
    });
    expect(terraform.required_version).toBe('>= 1.11.0');
    expect(
      Object.values(resource.azapi_resource)
        .map(({ sensitive_body }) => sensitive_body)
        .filter(Boolean),
    ).toStrictEqual([
      { properties: { secrets: [{ name: 'mcp-api-key', value: '${ephemeral.azapi_resource_action.key.output.apiKey}' }] } },
    ]);
  });

  test('rotates the key once for each rotation id and keeps nothing of the answer', () => {
    const { resource } = synthesize(stack => {
      McpServerCredentials.rotateApiKey(stack, 'rotation', SessionPool.fromSessionPoolId(stack, 'pool', POOL_ID), '2026-11');
    });
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

  test('fetches the key after the rotations of the pool, wherever they are defined, and of no other pool', () => {
    const { ephemeral, resource } = synthesize(stack => {
      const [rotated, other] = ['rotated', 'other'].map(id => interpreter(stack, { mcpServer: {} }, id));
      McpServerCredentials.fetchApiKey(stack, 'key', rotated);
      McpServerCredentials.rotateApiKey(stack, 'rotation', rotated, '2026-11');
      McpServerCredentials.rotateApiKey(stack, 'other-rotation', other, '2026-11');
    });
    const [rotation] = Object.keys(resource.azapi_resource_action).filter(id => id.startsWith('rotation'));
    expect(ephemeral?.azapi_resource_action).toMatchObject({ key: { depends_on: [`azapi_resource_action.${rotation}`] } });
  });

  test('is refused as HCL, which would leave it out', () => {
    expect(() => synthesizeHcl(build)).toThrow(
      "EphemeralAzapiResourceAction at 'stack/key' cannot be written as HCL, in which cdktf has no ephemeral resources: synthesize JSON",
    );
  });
});

describeWithProviders(['azapi'], 'terraform with azapi', () => {
  test('accepts the ephemeral action and the rotation', () => {
    const directory = temporaryDirectory();
    const stack = new TerraformStack(testApp(), 'stack');
    new AzapiProvider(stack, 'azapi');
    build(stack);
    McpServerCredentials.rotateApiKey(stack, 'rotation', interpreter(stack, { mcpServer: {} }, 'rotated'), '2026-11');
    writeFileSync(join(directory, 'cdk.tf.json'), Testing.synth(stack));
    terraformSucceeds(directory, 'init');
    terraformSucceeds(directory, 'validate');
    expect(terraformSucceeds(directory, 'plan')).toContain('Plan: 5 to add, 0 to change, 0 to destroy');
  });
});
