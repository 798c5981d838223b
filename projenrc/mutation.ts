import type { Project } from 'projen';
import { JsonFile } from 'projen';

/** Stryker, on all of lib. */
export function addMutationTests(project: Project): void {
  new JsonFile(project, 'stryker.config.json', {
    marker: false,
    obj: {
      testRunner: 'jest',
      coverageAnalysis: 'perTest',
      plugins: ['@stryker-mutator/jest-runner'],
      jest: {
        projectType: 'custom',
        enableFindRelatedTests: false,
        config: {
          testEnvironment: './test/mutation/environment.cjs',
          testMatch: ['<rootDir>/test/mutation/suites.ts'],
          moduleFileExtensions: ['ts', 'js', 'json', 'node'],
          moduleNameMapper: {
            [`^${project.name}$`]: '<rootDir>/lib/index.ts',
            '^(cdktf|constructs)$': '<rootDir>/test/mutation/$1.ts',
            '/providers$': '<rootDir>/test/mutation/providers.ts',
          },
          transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.dev.json', diagnostics: false }] },
        },
      },
      mutate: ['lib/**/*.ts'],
      timeoutMS: 20_000,
      timeoutFactor: 3,
      reporters: ['clear-text', 'progress-append-only', 'json'],
      jsonReporter: { fileName: 'reports/mutation.json' },
      thresholds: { high: 95, low: 90, break: 90 },
      tempDirName: '.stryker-tmp',
    },
  });
  project.addTask('mutation', {
    description: 'Measure how many mutations the tests notice, of the shards that are named (test/mutation/shards.ts) or of all',
    exec: 'tsx --tsconfig tsconfig.dev.json test/mutation/run.ts',
    receiveArgs: true,
  });
}
