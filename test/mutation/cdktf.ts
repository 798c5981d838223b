module.exports = (globalThis as unknown as { sharedModules: { cdktf: unknown } }).sharedModules.cdktf;
