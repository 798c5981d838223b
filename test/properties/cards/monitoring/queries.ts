import type { SavedQuery, SessionPoolQueryPackProps, SessionPoolWorkbookOptions } from '../../../../lib';
import { RESOURCE_GROUP_ID } from '../../../support/fixtures';
import { elsewhere } from '../../card';
import { TAGGED_MANAGEMENT } from '../../management';

const SUITE = 'test/monitoring/session-pool-queries.test.ts';
const NAME = 'queryPackName must be 2 to 90 letters, digits, dots, hyphens and underscores, a letter or digit first and last, got';

export default [
  ...elsewhere<SessionPoolQueryPackProps>('SessionPoolQueryPackProps', SUITE, {
    resourceGroupId: { valid: [`${RESOURCE_GROUP_ID}2`] },
    location: { valid: ['westeurope'] },
    queryPackName: { valid: ['pack'], invalid: [['-', `${NAME} '-'`]] },
    workbook: { valid: [{}] },
    adoptExistingQueries: { valid: [['sessions-by-hour'], []] },
    ...TAGGED_MANAGEMENT,
  }),
  ...elsewhere<SessionPoolWorkbookOptions>('SessionPoolWorkbookOptions', 'test/monitoring/session-pool-workbook.test.ts', {
    displayName: { valid: ['Sandboxes'] },
    workspaceId: { valid: [`${RESOURCE_GROUP_ID}/providers/Microsoft.OperationalInsights/workspaces/logs`] },
    pools: { valid: [[]] },
    adoptExisting: { valid: [true, false] },
  }),
  ...elsewhere<SavedQuery>('SavedQuery', SUITE, {
    displayName: { valid: ['Errors'] },
    query: { valid: ['AppEnvSessionConsoleLogs'] },
    description: { valid: ['What failed'] },
    adoptExisting: { valid: [true, false] },
  }),
];
