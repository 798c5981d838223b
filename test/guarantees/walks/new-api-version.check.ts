import type { Step } from './scratch-copy';
import { testWalk } from './walk';

const TABLES = 'test/arm-resources/version-tables.test.ts';

/** An API version and a container type that Azure does not have. */
const STEPS: readonly Step[] = [
  {
    file: 'lib/arm/api-versions.ts',
    content: [
      [/^ *\{ name: 'Shell',.*\n/m, "$&  { name: 'JuliaLTS', sessionsApi: SESSIONS_API },\n"],
      [
        /^ *\{ version: '2025-07-01',.*\n/m,
        "$&  { version: '2032-06-01-preview', features: GA_2025, containerTypes: [...GA_TYPES, 'JuliaLTS'], inAzapi: false },\n",
      ],
    ],
    missedBy: TABLES,
  },
  {
    file: 'lib/code-interpreter/code-interpreter-type.ts',
    content: [
      [
        /^ *public static readonly SHELL =.*\n/m,
        "$&\n  /** Julia. Preview. */\n  public static readonly JULIA_LTS = new CodeInterpreterType('JuliaLTS');\n",
      ],
    ],
    missedBy: TABLES,
  },
  {
    file: 'test/properties/cards/code-interpreter/container-type.ts',
    content: [
      [/^ *\['a shell', CodeInterpreterType\.SHELL\],\n/m, "$&    ['JuliaLTS', CodeInterpreterType.JULIA_LTS],\n"],
      [/fc\.constantFrom\(/, '$&CodeInterpreterType.JULIA_LTS, '],
    ],
    missedBy: TABLES,
  },
  {
    file: 'test/arm/session-pool-tree.ts',
    content: [
      [/^ *'2026-07-01':.*\n/m, "$&  '2032-06-01-preview': { registryIdentity: true, lifecycles: ALL_LIFECYCLES },\n"],
      [/\? \['Shell', 'NodeLTS'\] : \[\]\)/, "$&, ...(apiVersion === '2032-06-01-preview' ? ['JuliaLTS'] : [])"],
    ],
    missedBy: TABLES,
  },
];

describe('a new API version with a container type', () => {
  testWalk({
    heading: 'A new API version with a container type',
    atMost: 4,
    steps: STEPS,
    named: /JuliaLTS|2032-06-01-preview/,
    derived: ['test/guarantees/valid-pools.test.ts', 'test/guarantees/body-schema.test.ts', TABLES],
    alsoRun: { titles: 'the table of' },
    generate: () => undefined,
  });
});
