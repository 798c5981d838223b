import fc from 'fast-check';
import type { McpServerOptions } from '../../../../lib';
import { inside } from '../../card';

const mcpServer = inside<McpServerOptions>('McpServerOptions', {
  in: 'mcpServer',
  pool: 'CodeInterpreterPool',
  since: 'mcpServer',
  props: given => ({ mcpServer: given }),
});

export default mcpServer('apiKeyDisabled', {
  armPath: 'properties.mcpServerSettings.isMcpServerApiKeyDisabled',
  valid: [['keys of the MCP server', false]],
  invalid: [
    ['yes', "mcpServer.apiKeyDisabled must be true or false, got 'yes'"],
    [0, 'mcpServer.apiKeyDisabled must be true or false, got 0'],
  ],
  arbitrary: { valid: fc.boolean() },
});
