import type { cdktf } from 'projen';

/** The tasks beside those that projen has, and what runs before its own. */
export function addTasks(project: cdktf.ConstructLibraryCdktf): void {
  project.tasks.tryFind('test')?.prependExec('tsc --noEmit -p tsconfig.dev.json');
  project.tasks.tryFind('test')?.prependSpawn(project.compileTask);
  // Every developer can build; the packages for other languages need their toolchains: `npx projen package-all`.
  project.packageTask.reset();
  project.packageTask.spawn(project.tasks.tryFind('package:js')!);
  project.addTask('rosetta', {
    description: 'Compile the samples of the README, of the API and of docs',
    steps: [{ exec: 'jsii-rosetta extract --strict .' }, { exec: 'tsx test/guarantees/docs-samples.ts' }],
  });
  project.addTask('test:policies', {
    description: 'Install the engines of the policies and compare them on the fixtures',
    steps: [
      { exec: 'test/policies/engines/install-tools.sh' },
      { exec: "jest --ci --maxWorkers=2 --testPathIgnorePatterns /node_modules/ --testMatch '<rootDir>/test/policies/engines/*.check.ts'" },
    ],
  });
  project.addTask('test:walks', {
    description:
      'Add a property, an API version and a policy rule to copies of the repository, in the files that CONTRIBUTING.md names, and leave out each',
    steps: [
      { exec: 'test/policies/engines/install-tools.sh' },
      { exec: "jest --ci --testPathIgnorePatterns /node_modules/ --testMatch '<rootDir>/test/guarantees/walks/*.check.ts'" },
    ],
  });
  project.addTask('policies:fixtures', {
    description: 'Plan the fixtures of the policies again',
    exec: 'tsx --tsconfig tsconfig.dev.json test/policies/engines/regenerate-plans.ts',
  });
  project.addTask('policies:docs', {
    description: 'Write the rules into docs/policies.md',
    exec: 'tsx --tsconfig tsconfig.dev.json test/policies/support/document.ts',
  });
  const properties = project.addTask('properties', {
    description: 'Write the names of all properties, taken from the assembly, into lib/validation/struct-properties.ts',
    exec: 'tsx --tsconfig tsconfig.dev.json test/support/struct-properties.ts',
  });
  project.compileTask.spawn(properties);
  project.addTask('docs', {
    description: 'Write the documents that are generated as a whole: docs/api-versions.md, docs/warnings.md',
    exec: 'tsx --tsconfig tsconfig.dev.json test/support/documents/index.ts',
  });
  project.addTask('demo', {
    description: 'Synthesize the quickstart with the cdktf CLI and show what came out',
    exec: 'tsx examples/demo/demo.ts',
  });
  project.addTask('demo:deploy', {
    description: 'Deploy two examples with the cdktf CLI to a local stand-in for Azure Resource Manager, and destroy them',
    exec: 'tsx --tsconfig tsconfig.dev.json examples/demo/demo-deploy.ts',
  });
  project.addTask('bench', {
    description: 'Compare pools with bare resources that write the same JSON: writes docs/performance.md, or with --gate holds the limits',
    steps: [{ spawn: 'compile' }, { exec: 'tsx --tsconfig tsconfig.dev.json bench/run.ts', receiveArgs: true }],
  });
}
