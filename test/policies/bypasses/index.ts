import type { Bypass } from './bypass';
import { GRANT_BYPASSES } from './grants';
import { POOL_BYPASSES } from './pools';

export type { Bypass } from './bypass';
export { bypassStack, CREDENTIALS } from './bypass';

/** All ways past the policies that are known. */
export const BYPASSES: Bypass[] = [...POOL_BYPASSES, ...GRANT_BYPASSES];
