import { TerraformVariable } from 'cdktf';
import type { TerraformStack } from 'cdktf';
import type { CodeInterpreterPoolProps } from '../../lib';
import { CodeInterpreterType, SessionNetworkStatus } from '../../lib';
import { container, interpreter } from '../support/fixtures';
import { synthesize } from '../support/synth';

const OUTPUT = 'azapi_resource.pool_056F3F7E.output.properties';
const STAYS = 'apply again, and report it to Azure if it stays so';

function comparisons(build: (stack: TerraformStack) => unknown): string[] {
  const { locals } = synthesize(stack => void build(stack)) as object as { locals: { SessionPoolAnswers: string[] } };
  return locals.SessionPoolAnswers;
}

const egress = (status: string) =>
  `\${try(lower(${OUTPUT}.sessionNetworkConfiguration.status) == lower(${status}), true) ? "" : ` +
  `"session pool 'stack/pool': networkStatus is not what Azure answers with: ${STAYS}"}`;
const mcp = (condition: string, message: string) =>
  `\${${condition}try(${OUTPUT}.mcpServerSettings.isMcpServerEnabled == true, false) ? "" : "session pool 'stack/pool': mcpServer is ${message}"}`;

const LEFT = mcp('!', "in what Azure answers with: apply once with apiVersion '2025-10-02-preview', which turns it off");

describe('the answers of Azure', () => {
  const COMPARED: Array<[Partial<CodeInterpreterPoolProps>, string[]]> = [
    [{}, [egress('"EgressDisabled"'), LEFT]],
    [{ networkStatus: SessionNetworkStatus.EGRESS_ENABLED }, [egress('"EgressEnabled"'), LEFT]],
    [{ mcpServer: {} }, [egress('"EgressDisabled"'), mcp('', `not in what Azure answers with: ${STAYS}`)]],
    [{ containerType: CodeInterpreterType.SHELL }, [egress('"EgressDisabled"')]],
    [{ apiVersion: '2025-10-02-preview' }, [egress('"EgressDisabled"')]],
  ];

  test.each(COMPARED)('are compared with a code interpreter pool with %j', (props, expected) => {
    expect(comparisons(stack => interpreter(stack, props))).toStrictEqual(expected);
  });

  test('are compared with a custom container pool, which can have no MCP server', () => {
    expect(comparisons(stack => container(stack))).toStrictEqual([egress('"EgressDisabled"')]);
  });

  test('are compared with what is known later', () => {
    expect(
      comparisons(stack =>
        container(stack, { networkStatus: new TerraformVariable(stack, 'egress', {}).stringValue as SessionNetworkStatus }),
      ),
    ).toStrictEqual([egress('var.egress')]);
  });
});
