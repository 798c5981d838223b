module.exports = (globalThis as unknown as { sharedModules: { constructs: unknown } }).sharedModules.constructs;
