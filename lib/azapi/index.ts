export * from './azapi-options';
export * from './azapi-provider';
export * from './azapi-provider-config';
export * from './azapi-resource';
export * from './data-azapi-resource';
