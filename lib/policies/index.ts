export * from './policy-level';
export * from './policy-parameters';
export * from './policy-resource';
export * from './session-pool-policies';
export * from './session-pool-rule';
