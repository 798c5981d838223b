import type { EndpointEnvironmentOptions, SessionPoolEndpointsOptions } from '../../../../lib';
import { CodeInterpreterType } from '../../../../lib';
import { SUBSCRIPTION } from '../../../support/fixtures';
import { elsewhere } from '../../card';

const SUITE = 'test/endpoints/session-pool-endpoints.test.ts';

export default [
  ...elsewhere<SessionPoolEndpointsOptions>('SessionPoolEndpointsOptions', SUITE, {
    apiVersion: { valid: ['2025-10-02-preview'] },
    containerType: { valid: [CodeInterpreterType.SHELL] },
    mcpServerEndpoint: { valid: ['https://mcp.example'] },
  }),
  ...elsewhere<EndpointEnvironmentOptions>('EndpointEnvironmentOptions', SUITE, { clientId: { valid: [SUBSCRIPTION] } }),
];
