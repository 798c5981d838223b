import type { Project } from 'projen';
import { JsonFile } from 'projen';

/** Stryker, on validation and rendering. */
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
          moduleNameMapper: { [`^${project.name}$`]: '<rootDir>/lib/index.ts', '^(cdktf|constructs)$': '<rootDir>/test/mutation/$1.ts' },
          transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.dev.json', diagnostics: false }] },
        },
      },
      mutate: [
        'lib/*/*-rules.ts',
        'lib/errors.ts',
        'lib/validation/{acknowledgement-rules,collected-findings,days,findings,known-numbers,near-miss,objects,property-rules,report,show,without-nulls}.ts',
        'lib/arm/{api-versions,names,regions,resource-ids,role-assignment}.ts',
        'lib/terraform/{cdktf-internals,dependencies,plan-time-checks,templates}.ts',
        'lib/*/*-pool-{body,identities,resource}.ts',
        '!lib/{access,environment,fleet,monitoring}/*-rules.ts',
      ],
      timeoutMS: 20_000,
      timeoutFactor: 3,
      reporters: ['clear-text', 'progress-append-only', 'json'],
      jsonReporter: { fileName: 'reports/mutation.json' },
      thresholds: { high: 95, low: 90, break: 90 },
      tempDirName: '.stryker-tmp',
      concurrency: 2,
    },
  });
  project.addTask('mutation', {
    description: 'Measure how many mutations of validation and rendering the tests notice',
    exec: 'stryker run',
  });
}
