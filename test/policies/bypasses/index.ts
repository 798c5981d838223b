import type { Bypass } from './bypass';
import { GRANT_BYPASSES } from './grants';
import { POOL_BYPASSES } from './pools';
import { SPELLING_BYPASSES } from './spellings';
import { VALUE_BYPASSES } from './values';

export type { Bypass } from './bypass';
export { bypassStack, CREDENTIALS } from './bypass';

/** All ways past the policies that are known. */
export const BYPASSES: Bypass[] = [...POOL_BYPASSES, ...VALUE_BYPASSES, ...SPELLING_BYPASSES, ...GRANT_BYPASSES];
