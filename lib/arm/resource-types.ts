/** The ARM type of session pools. */
export const SESSION_POOL_TYPE = 'Microsoft.App/sessionPools';
