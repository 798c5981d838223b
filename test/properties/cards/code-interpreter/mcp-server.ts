import { CodeInterpreterType } from '../../../../lib';
import { interpreterSettings, withProps } from '../../card';

const PATH = 'properties.mcpServerSettings';
const OUTPUTS = ['response_export_values[2]', 'response_export_values[3]', 'type'];

export default interpreterSettings('mcpServer', {
  armPath: PATH,
  since: 'mcpServer',
  valid: [
    ['MCP', {}],
    ['MCP without keys', withProps({ mcpServer: { apiKeyDisabled: true }, containerType: CodeInterpreterType.SHELL })],
  ],
  invalid: [],
  arbitrary: { valid: of => of('McpServerOptions') },
  edits: [
    { title: 'mcpServer: added', after: { mcpServer: {} }, action: 'in place', paths: [`body.${PATH}`, ...OUTPUTS] },
    {
      title: 'mcpServer: changed',
      before: { mcpServer: {} },
      after: { mcpServer: { apiKeyDisabled: true } },
      action: 'in place',
      paths: [`body.${PATH}.isMcpServerApiKeyDisabled`],
    },
    { title: 'mcpServer: removed', before: { mcpServer: {} }, action: 'in place', paths: [`body.${PATH}`, ...OUTPUTS] },
  ],
  drift: [
    {
      id: 'pool/mcp-key/changed',
      props: { mcpServer: { apiKeyDisabled: true }, containerType: CodeInterpreterType.SHELL },
      paths: [`body.${PATH}.isMcpServerApiKeyDisabled`],
    },
  ],
});
