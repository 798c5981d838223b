/** `readySessionInstances` of a pool that does not give it. */
export const DEFAULT_READY_SESSION_INSTANCES = 1;

/** `cpu` of a pool that does not give it, in cores. */
export const DEFAULT_CPU = 0.25;

/** `memory` of a pool that does not give it. */
export const DEFAULT_MEMORY = '0.5Gi';
