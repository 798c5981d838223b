import type { Bypass } from './bypass';
import { GRANT_BYPASSES } from './grants';
import { POOL_BYPASSES } from './pools';

export type { Bypass } from './bypass';
export { bypassStack } from './bypass';

/** All ways past the policies that are known. */
export const BYPASSES: Bypass[] = [...POOL_BYPASSES, ...GRANT_BYPASSES];
