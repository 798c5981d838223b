import type { Project } from 'projen';
import { JsonFile } from 'projen';

/** The tests that deploy. */
export function addDeploymentTests(project: Project): void {
  const e2e = project.addTask('test:e2e', {
    description: 'Deploy to a local stand-in for Azure Resource Manager, and hold what happens against test/e2e/results.md',
  });
  e2e.exec('jest --config jest.e2e.config.json', { receiveArgs: true });
  e2e.exec('tsx --tsconfig tsconfig.dev.json test/e2e/report.ts');
  project.addTask('test:e2e:opentofu', {
    description: 'Do the same with OpenTofu, where it is installed',
    exec: 'tsx --tsconfig tsconfig.dev.json test/e2e/opentofu.ts',
    receiveArgs: true,
  });
  project.addTask('test:azure', {
    description: 'Deploy two examples to your own subscription, and compare the stand-in with what Azure answers',
    exec: 'tsx --tsconfig tsconfig.dev.json test/azure/main.ts',
  });
  new JsonFile(project, 'jest.e2e.config.json', {
    marker: false,
    obj: {
      testMatch: ['<rootDir>/test/e2e/*.e2e.ts', '<rootDir>/test/e2e/*.plan.ts'],
      moduleFileExtensions: ['ts', 'js', 'json', 'node'],
      moduleNameMapper: { [`^${project.name}$`]: '<rootDir>/lib/index.ts' },
      globalSetup: '<rootDir>/test/e2e/support/setup.ts',
      globalTeardown: '<rootDir>/test/support/teardown.ts',
      maxWorkers: 2,
      testTimeout: 1_800_000,
      transform: { '^.+\\.[t]sx?$': ['ts-jest', { tsconfig: 'tsconfig.dev.json' }] },
    },
  });
}
