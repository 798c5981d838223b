export * from './azapi';
