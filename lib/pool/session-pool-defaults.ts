/** `maxConcurrentSessions` of a pool that does not give it. */
export const DEFAULT_MAX_CONCURRENT_SESSIONS = 10;

/** The most sessions that Azure documents for one pool. */
export const MOST_CONCURRENT_SESSIONS = 600;
