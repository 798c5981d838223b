import type { EndpointEnvironmentOptions, SessionFileOptions, SessionPoolEndpointsOptions } from '../../../../lib';
import { CodeInterpreterType } from '../../../../lib';
import { SUBSCRIPTION } from '../../../support/fixtures';
import { elsewhere } from '../../card';

const SUITE = 'test/endpoints/session-pool-endpoints.test.ts';

export default [
  ...elsewhere<SessionPoolEndpointsOptions>('SessionPoolEndpointsOptions', SUITE, {
    apiVersion: {
      valid: ['2025-10-02-preview', '2024-02-02-preview', '2025-02-02-preview'],
      invalid: [['newest', "apiVersion must have the form '2026-01-01' or '2026-01-01-preview', got 'newest'"]],
    },
    containerType: { valid: [CodeInterpreterType.SHELL] },
    mcpServerEndpoint: { valid: ['https://mcp.example'] },
  }),
  ...elsewhere<SessionFileOptions>('SessionFileOptions', SUITE, {
    path: { valid: ['data', 'data/2026', ''], invalid: [[1, 'downloadFile: path must be a string, got 1']] },
  }),
  ...elsewhere<EndpointEnvironmentOptions>('EndpointEnvironmentOptions', SUITE, { clientId: { valid: [SUBSCRIPTION] } }),
];
