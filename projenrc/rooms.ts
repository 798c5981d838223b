/**
 * The rooms of lib and what each may import: lower layers only, types included. A file of lib itself is a room of its own. `index.ts` exports
 * all of them and nobody imports it.
 */
const MAY_IMPORT: { readonly [room: string]: readonly string[] } = {
  'errors.ts': [],
  'session-pool-ref.ts': [],
  terraform: ['errors.ts'],
  azapi: ['errors.ts', 'terraform'],
  validation: ['errors.ts', 'terraform'],
  arm: ['azapi', 'errors.ts', 'terraform', 'validation'],
  mcp: ['arm', 'azapi', 'errors.ts', 'session-pool-ref.ts', 'terraform', 'validation'],
  sizing: ['errors.ts', 'validation'],
  endpoints: ['arm', 'errors.ts', 'session-pool-ref.ts', 'terraform', 'validation'],
  access: ['arm', 'azapi', 'errors.ts', 'session-pool-ref.ts', 'terraform', 'validation'],
  credentials: ['arm', 'errors.ts', 'terraform', 'validation'],
  monitoring: ['arm', 'azapi', 'errors.ts', 'session-pool-ref.ts', 'terraform', 'validation'],
  environment: ['arm', 'azapi', 'credentials', 'errors.ts', 'monitoring', 'terraform', 'validation'],
  policies: ['access', 'arm', 'errors.ts', 'terraform', 'validation'],
  pool: ['access', 'arm', 'azapi', 'endpoints', 'errors.ts', 'mcp', 'monitoring', 'session-pool-ref.ts', 'terraform', 'validation'],
  'code-interpreter': ['arm', 'azapi', 'endpoints', 'errors.ts', 'mcp', 'pool', 'terraform', 'validation'],
  'custom-container': [
    'access',
    'arm',
    'azapi',
    'credentials',
    'endpoints',
    'environment',
    'errors.ts',
    'mcp',
    'pool',
    'terraform',
    'validation',
  ],
  fleet: ['access', 'arm', 'azapi', 'code-interpreter', 'errors.ts', 'mcp', 'monitoring', 'pool', 'terraform', 'validation'],
};
const ROOMS = Object.keys(MAY_IMPORT);
/** Rooms that may import all others and that nobody imports. */
const TOP_ROOMS = ['testing', 'testing.ts', 'index.ts'];
/** Where a room is; a file is compiled to others beside it. */
const pathOf = (room: string) => `./lib/${room.replace(/\.ts$/, '.*')}`;
/** What ESLint refuses: every import that the table does not allow. */
export const FORBIDDEN_IMPORTS = ROOMS.flatMap(room => [
  ...ROOMS.filter(other => other !== room && !MAY_IMPORT[room].includes(other)).map(other => ({
    target: pathOf(room),
    from: pathOf(other),
    message: `${room} must not import ${other}: see MAY_IMPORT in projenrc/rooms.ts`,
  })),
  ...TOP_ROOMS.map(other => ({ target: pathOf(room), from: pathOf(other), message: `nothing imports ${other}` })),
]);
