import type { McpServerApiKeyProps, McpServerApiKeyRotationProps } from '../../../../lib';
import { elsewhere } from '../../card';

const SUITE = 'test/mcp/mcp-server-api-key.test.ts';

export default [
  ...elsewhere<McpServerApiKeyProps>('McpServerApiKeyProps', SUITE, { pool: {}, provider: {} }),
  ...elsewhere<McpServerApiKeyRotationProps>('McpServerApiKeyRotationProps', SUITE, { pool: {}, provider: {}, rotationId: {} }),
];
