const { TestEnvironment } = require('jest-environment-node');
const cdktf = require('cdktf');
const constructs = require('constructs');

/** Loads cdktf and constructs once in a process and not once in a test file: what is mutated is loaded as ever. */
module.exports = class SharedFrameworkEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.sharedModules = { cdktf, constructs };
  }
};
