export * from './azapi-options';
export * from './azapi-provider';
export * from './azapi-provider-config';
export * from './azapi-resource';
export * from './azapi-resource-config';
export * from './azapi-resource-action';
export * from './data-azapi-resource';
export * from './ephemeral-azapi-resource-action';
