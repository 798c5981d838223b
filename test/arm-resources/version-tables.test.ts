import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { CodeInterpreterType, ContainerType, SessionPool } from '../../lib';
import type { ApiVersion } from '../../lib/arm/api-versions';
import { API_VERSIONS, CONTAINER_TYPES, CUSTOM_CONTAINER, DEFAULT_CODE_INTERPRETER } from '../../lib/arm/api-versions';
import * as resourceTypes from '../../lib/arm/resource-types';
import { SESSION_POOL_API_VERSIONS, sessionPoolTree } from '../arm/session-pool-tree';
import card from '../properties/cards/code-interpreter/container-type';
import { interpreter, POOL_ID } from '../support/fixtures';
import { FILES } from '../support/imports';
import { synthesize } from '../support/synth';

const LIB = join(__dirname, '..', '..', 'lib');
const TABLES = ['arm/api-versions.ts', 'arm/resource-types.ts'];
const RAW = /^azapi\//;

function source(file: string): string {
  return readFileSync(join(LIB, file), 'utf8');
}

const code = (file: string) => source(file).replace(/\/\*[^]*?\*\//g, '');

describe('the tables are the only place', () => {
  const versions = [
    ...API_VERSIONS.map(({ version }) => version),
    ...CONTAINER_TYPES.map(({ sessionsApi }) => sessionsApi),
    ...Object.values(resourceTypes).flatMap(type => type.split('@').slice(1)),
  ];

  test.each(FILES.filter(file => !TABLES.includes(file)))('of API versions, and %s names none', file => {
    expect(code(file)).not.toMatch(/@\d{4}-\d{2}-\d{2}/);
    expect(versions.filter(version => (RAW.test(file) ? code(file) : source(file)).includes(version))).toEqual([]);
  });

  test.each(
    FILES.filter(file => ![...TABLES, 'code-interpreter/code-interpreter-type.ts', 'policies/rules/ga-api-version.ts'].includes(file)),
  )('of container types, and %s names none in its code', file => {
    const names = CONTAINER_TYPES.map(({ name }) => name).join('|');
    expect(code(file)).not.toMatch(new RegExp(`['"\`](${names})['"\`]|\\b(NodeLTS|PythonLTS)\\b`));
  });
});

describe('the table of API versions', () => {
  /** What the stand-in for Azure knows of a version. */
  function known(version: string): Omit<ApiVersion, 'version' | 'inAzapi' | 'inAzapiSince' | 'onlyOnRequest'> {
    const tree = sessionPoolTree(version) as { readonly properties: object };
    const {
      containerType,
      dynamicPoolConfiguration,
      customContainerTemplate: template,
      mcpServerSettings,
    } = tree.properties as {
      containerType: Set<string>;
      dynamicPoolConfiguration: object;
      customContainerTemplate: { containers: [object] };
      mcpServerSettings?: object;
    };
    return {
      features: [
        ...('lifecycleConfiguration' in dynamicPoolConfiguration ? (['lifecycleConfiguration'] as const) : []),
        ...('identity' in tree ? (['identities'] as const) : []),
        ...('probes' in template.containers[0] ? (['probes'] as const) : []),
        ...(mcpServerSettings ? (['mcpServer'] as const) : []),
      ],
      containerTypes: [...containerType].sort(),
    };
  }

  test('has those that have a published schema', () => {
    const published = API_VERSIONS.map(({ version }) => version).filter(version => version >= '2024');
    expect(published.sort()).toEqual([...SESSION_POOL_API_VERSIONS].sort());
  });

  test.each(API_VERSIONS.filter(({ version }) => version >= '2024'))('has what $version has', ({ version, features, containerTypes }) => {
    expect({ features, containerTypes: [...containerTypes].sort() }).toEqual(known(version));
  });

  test('has each version once', () => {
    expect(new Set(API_VERSIONS.map(({ version }) => version)).size).toBe(API_VERSIONS.length);
  });
});

describe('the table of container types', () => {
  const constants = Object.values(CodeInterpreterType).filter(value => value instanceof CodeInterpreterType);

  test('has a constant for each code interpreter, and one interpreter for each constant', () => {
    const names = CONTAINER_TYPES.map(({ name }) => name).filter(name => name !== CUSTOM_CONTAINER);
    expect(constants.map(({ name }) => name).sort()).toEqual(names.sort());
  });

  test('has what the card of containerType has among its valid and its random values', () => {
    const valid = card.valid.filter(([, , ...warnings]) => warnings.length === 0).map(([, value]) => value);
    const random = fc.sample(card.arbitrary.valid as fc.Arbitrary<unknown>, { numRuns: 200, seed: 1 });
    expect(new Set(valid)).toEqual(new Set(constants));
    expect(new Set(random)).toEqual(new Set(constants));
  });

  test('has the type that pools have unless another one is chosen', () => {
    expect(DEFAULT_CODE_INTERPRETER).toBe(CodeInterpreterType.PYTHON_LTS.name);
  });

  test('has the types of the versions, and no others', () => {
    expect([...new Set(API_VERSIONS.flatMap(({ containerTypes }) => containerTypes))].sort()).toEqual(
      CONTAINER_TYPES.map(({ name }) => name).sort(),
    );
  });

  test.each([
    [CodeInterpreterType.PYTHON_LTS, '2025-10-02-preview'],
    [CodeInterpreterType.NODE_LTS, '2025-10-02-preview'],
    [CodeInterpreterType.SHELL, '2025-10-02-preview'],
    [ContainerType.CUSTOM_CONTAINER, '2025-02-02-preview'],
    [CodeInterpreterType.of('RubyLTS'), '2025-10-02-preview'],
    [undefined, '2025-10-02-preview'],
  ])('says how sessions of %j are used: %s', (containerType, sessionsApi) => {
    synthesize(stack => {
      const pool = SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, containerType });
      expect(pool.endpoints.apiVersion).toBe(sessionsApi);
    });
  });
});

test('a new API version with a container type is a row in each table', () => {
  API_VERSIONS.push({
    version: '2031-01-01-preview',
    features: ['lifecycleConfiguration', 'identities', 'mcpServer'],
    containerTypes: ['RubyLTS'],
    inAzapi: true,
  });
  CONTAINER_TYPES.push({ name: 'RubyLTS', sessionsApi: '2031-01-01-preview' });
  try {
    const { resource } = synthesize(stack => {
      const pool = interpreter(stack, { containerType: CodeInterpreterType.of('RubyLTS'), mcpServer: {} });
      expect(pool.endpoints.executeCode).toContain('/executions?api-version=2031-01-01-preview');
      expect(() => interpreter(stack, { containerType: CodeInterpreterType.of('RubyLTS'), apiVersion: '2026-01-01' }, 'other')).toThrow(
        "apiVersion must have RubyLTS, which the pool uses, got '2026-01-01': leave it out, or use '2031-01-01-preview'",
      );
    });
    expect(Object.values(resource.azapi_resource)).toEqual([
      expect.objectContaining({ type: 'Microsoft.App/sessionPools@2031-01-01-preview' }),
    ]);
  } finally {
    API_VERSIONS.pop();
    CONTAINER_TYPES.pop();
  }
});
