import { commonEdits } from './common-edits';
import type { Context, Edits } from './edit';
import { optional } from './edit';
import type { CodeInterpreterPoolProps } from '../../../../lib';
import { CodeInterpreterType } from '../../../../lib';

const COOLDOWN = ['body.properties.dynamicPoolConfiguration.lifecycleConfiguration.cooldownPeriodInSeconds'];
const MCP = 'body.properties.mcpServerSettings';
const EXPORTS = [2, 3].map(index => `response_export_values[${index}]`);

export function codeInterpreterEdits(context: Context): Edits<CodeInterpreterPoolProps> {
  return {
    ...commonEdits(context),
    apiVersion: [
      { title: 'to an older one', after: { apiVersion: '2025-07-01' }, action: 'no changes' },
      {
        title: 'to one that knows the MCP server',
        after: { apiVersion: '2025-10-02-preview' },
        action: 'in place',
        paths: ['response_export_values[2]', 'type'],
      },
    ],
    sessionsApiVersion: [{ title: 'added', after: { sessionsApiVersion: '2024-02-02-preview' }, action: 'no changes' }],
    containerType: [
      {
        title: 'changed',
        before: { containerType: CodeInterpreterType.SHELL },
        after: { containerType: CodeInterpreterType.NODE_LTS },
        action: 'replaced',
        paths: ['body.properties.containerType'],
      },
      {
        title: 'changed, with another API version',
        after: { containerType: CodeInterpreterType.NODE_LTS },
        action: 'replaced',
        paths: ['body.properties.containerType', 'response_export_values[2]', 'type'],
      },
    ],
    cooldownPeriodInSeconds: optional('cooldownPeriodInSeconds', [600, 900], 'in place', { added: COOLDOWN, changed: COOLDOWN }),
    mcpServer: [
      {
        title: 'added',
        after: { mcpServer: {} },
        action: 'in place',
        paths: [MCP, ...EXPORTS, 'type'],
        around: ['mcp created', 'output', 'rotation created'],
      },
      {
        title: 'changed',
        before: { mcpServer: {} },
        after: { mcpServer: { apiKeyDisabled: true } },
        action: 'in place',
        paths: [`${MCP}.isMcpServerApiKeyDisabled`],
      },
      {
        title: 'removed',
        before: { mcpServer: {} },
        action: 'in place',
        paths: [MCP, ...EXPORTS, 'type'],
        around: ['mcp destroyed', 'output', 'rotation destroyed'],
      },
      {
        title: 'kept beside another edit',
        before: { mcpServer: {} },
        after: { mcpServer: {}, cooldownPeriodInSeconds: 600 },
        action: 'in place',
        paths: COOLDOWN,
      },
    ],
  };
}
