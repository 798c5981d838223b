/** Code that is changed, and the tests that should notice it. */
export interface Shard {
  /** What is mutated: a room, or files of it. */
  readonly mutate: readonly string[];
  /** Folders and files of tests. */
  readonly suites: readonly string[];
}

const POOLS = ['code-interpreter', 'custom-container', 'pool'];
const VALUES = ['guarantees/bad-inputs.test.ts', 'guarantees/valid-pools.test.ts'];

function room(name: string, ...more: string[]): Shard {
  return { mutate: [`lib/${name}/**/*.ts`], suites: [name, ...more] };
}

/** What is measured in one run each. Data that is generated or is text only is left out. */
export const SHARDS: { readonly [name: string]: Shard } = {
  access: room('access'),
  fleet: room('fleet'),
  monitoring: room('monitoring'),
  environment: room('environment'),
  validation: {
    mutate: ['lib/errors.ts', 'lib/validation/**/*.ts', '!lib/validation/{struct-properties,warnings}.ts'],
    suites: ['validation', ...POOLS, ...VALUES],
  },
  policies: room('policies'),
  credentials: room('credentials'),
  'custom-container': room('custom-container', ...VALUES),
  'code-interpreter': room('code-interpreter', ...VALUES),
  pool: room('pool', 'code-interpreter', 'custom-container', ...VALUES),
  mcp: room('mcp'),
  arm: room('arm', 'arm-resources', 'access', ...VALUES),
  terraform: room('terraform', 'credentials/secret-origin.test.ts'),
};
