import { existsSync, readdirSync } from 'node:fs';
import { cdktf, DependencyType, javascript, JsonFile } from 'projen';

const PACKAGE = 'cdktf-azure-session-pools';
const REPOSITORY = 'cdktf-azure-session-pools/cdktf-azure-session-pools';

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
const FORBIDDEN_IMPORTS = ROOMS.flatMap(room => [
  ...ROOMS.filter(other => other !== room && !MAY_IMPORT[room].includes(other)).map(other => ({
    target: pathOf(room),
    from: pathOf(other),
    message: `${room} must not import ${other}: see MAY_IMPORT in .projenrc.ts`,
  })),
  ...TOP_ROOMS.map(other => ({ target: pathOf(room), from: pathOf(other), message: `nothing imports ${other}` })),
]);

/** Development dependencies, each installed in exactly this version. */
const DEV_DEPENDENCIES = [
  '@cdktf/provider-azurerm@14.23.1',
  '@stryker-mutator/core@9.6.1',
  '@stryker-mutator/jest-runner@9.6.1',
  '@types/jest@30.0.0',
  '@types/node@20.19.43',
  '@typescript-eslint/eslint-plugin@8.73.0',
  '@typescript-eslint/parser@8.73.0',
  'aws-cdk-lib@2.235.1',
  'cdktf-cli@0.21.0',
  'commit-and-tag-version@13.2.1',
  'eslint@9.39.5',
  'eslint-config-prettier@10.1.8',
  'eslint-import-resolver-typescript@4.4.5',
  'eslint-plugin-import@2.32.0',
  'eslint-plugin-prettier@5.5.7',
  'fast-check@4.10.2',
  'jest@30.5.2',
  'jest-junit@17.0.0',
  'jsii-diff@1.134.0',
  'jsii-docgen@10.12.6',
  'jsii-pacmak@1.140.0',
  'jsii-rosetta@5.9.54',
  'prettier@3.10.1',
  'selfsigned@5.5.0',
  'ts-jest@29.4.15',
  'ts-node@10.9.2',
  'tsx@4.23.15',
  'vega@6.4.0',
  'vega-lite@6.4.3',
];

const project = new cdktf.ConstructLibraryCdktf({
  name: PACKAGE,
  description: 'Typed CDKTF constructs for Azure Container Apps session pools (dynamic sessions)',
  author: 'The cdktf-azure-session-pools authors',
  authorAddress: 'maintainers@example.com',
  authorOrganization: true,
  repositoryUrl: `https://github.com/${REPOSITORY}.git`,
  license: 'Apache-2.0',
  stability: 'experimental',
  homepage: `https://github.com/${REPOSITORY}#readme`,
  bugsUrl: `https://github.com/${REPOSITORY}/issues`,
  defaultReleaseBranch: 'main',
  keywords: ['azure', 'container-apps', 'session-pool', 'dynamic-sessions', 'code-interpreter', 'azapi'],

  srcdir: 'lib',
  libdir: 'lib',
  testdir: 'test',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  projenVersion: '0.103.25',
  jsiiVersion: '5.9.54',
  typescriptVersion: '5.9.3',
  cdktfVersion: '^0.21.0',
  constructsVersion: '^10.4.2',
  minNodeVersion: '20.9.0',
  npmAccess: javascript.NpmAccess.PUBLIC,
  publishToPypi: {
    distName: PACKAGE,
    module: 'cdktf_azure_session_pools',
  },
  publishToMaven: {
    javaPackage: 'io.github.cdktfazuresessionpools',
    mavenGroupId: 'io.github.cdktf-azure-session-pools',
    mavenArtifactId: PACKAGE,
  },
  publishToNuget: {
    dotNetNamespace: 'Cdktf.AzureSessionPools',
    packageId: 'Cdktf.AzureSessionPools',
  },
  publishToGo: {
    moduleName: `github.com/${REPOSITORY}-go`,
    packageName: 'azuresessionpools',
  },
  devDeps: DEV_DEPENDENCIES,

  depsUpgrade: false,
  release: false,
  githubOptions: { mergify: false },
  pullRequestTemplate: false,
  workflowNodeVersion: '22.19.0',
  buildWorkflowOptions: {
    preBuildSteps: [
      { name: 'Setup Terraform', uses: 'hashicorp/setup-terraform@v3', with: { terraform_version: '1.11.4', terraform_wrapper: false } },
    ],
  },

  sampleCode: false,
  tsconfigDevFile: 'tsconfig.dev.json',
  tsconfigDev: {
    compilerOptions: {
      module: 'commonjs',
      moduleResolution: javascript.TypeScriptModuleResolution.NODE,
      isolatedModules: true,
      noEmit: true,
      rootDir: '.',
      paths: { [PACKAGE]: ['./lib/index.ts'], [`${PACKAGE}/*`]: ['./*'] },
    },
    include: ['lib/**/*.ts', 'test/**/*.ts', 'examples/**/*.ts', 'bench/**/*.ts', '.projenrc.ts'],
    exclude: ['node_modules', '**/cdktf.out'],
  },
  prettier: true,
  prettierOptions: {
    settings: {
      printWidth: 140,
      singleQuote: true,
      trailingComma: javascript.TrailingComma.ALL,
      arrowParens: javascript.ArrowParens.AVOID,
    },
  },
  eslintOptions: {
    prettier: true,
    dirs: ['lib', 'test', 'examples', 'bench', '.projenrc.ts'],
    devdirs: [],
    projectService: false,
    tsconfigPath: './tsconfig.dev.json',
    ignorePatterns: ['**/*.js', '**/*.d.ts', 'node_modules/', '**/cdktf.out/'],
  },
  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    junitReporting: false,
    passWithNoTests: false,
    jestConfig: {
      collectCoverage: false,
      maxWorkers: '100%',
      globalSetup: '<rootDir>/test/support/setup.ts',
      globalTeardown: '<rootDir>/test/support/teardown.ts',
      testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/examples/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/policies/engines/'],
      // Copies of the repository in which mutations are run.
      modulePathIgnorePatterns: ['<rootDir>/.stryker-tmp/'],
      // Against tests that hang, not a limit of speed.
      testTimeout: 240_000,
      moduleFileExtensions: ['ts', 'js', 'json', 'node'],
      moduleNameMapper: { [`^${PACKAGE}$`]: '<rootDir>/lib/index.ts', [`^${PACKAGE}/(.*)$`]: '<rootDir>/$1' },
    },
  },
  gitignore: [
    '.jsii.tabl.json*',
    'cdktf.out/',
    '.terraform/',
    '.terraform.lock.hcl',
    '*.tfstate*',
    '.stryker-tmp/',
    'reports/',
    '__pycache__/',
  ],
});

// The newest release lacks some of its platform packages in registries, so that `npm ci` cannot check the lock file.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

// What can be imported; everything else of lib may move.
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  './testing': { types: './lib/testing.d.ts', default: './lib/testing.js' },
  './lib/testing': { types: './lib/testing.d.ts', default: './lib/testing.js' },
  './lib/testing.js': { types: './lib/testing.d.ts', default: './lib/testing.js' },
  './policy/*': './policy/*',
  './package.json': './package.json',
  './.jsii': './.jsii',
});
// Source maps with the sources in them would be most of the package.
for (const option of ['inlineSourceMap', 'inlineSources']) {
  project.tryFindObjectFile('tsconfig.json')?.addOverride(`compilerOptions.${option}`, false);
}

project.npmignore?.exclude('*', '!/lib/', '/lib/**/*.ts');
project.npmignore?.include('/lib/**/*.d.ts', '/lib/**/*.js', '.jsii', '/README.md', '/LICENSE');
project.npmignore?.include('!/policy/', '/policy/*.json', '/policy/session_pools/**/*.rego', '/policy/checkov/**/*.py');
// One line a plan, as Terraform wrote it.
project.prettier?.addIgnorePattern('/test/policies/engines/plans/');
project.npmignore?.exclude('/policy/**/*_test.rego');

for (const dependency of DEV_DEPENDENCIES) {
  const name = dependency.slice(0, dependency.lastIndexOf('@'));
  project.deps.removeDependency(name, DependencyType.BUILD);
  project.deps.addDependency(dependency, DependencyType.BUILD);
}

project.eslint?.addRules({
  'import/no-restricted-paths': ['error', { zones: FORBIDDEN_IMPORTS }],
  'import/no-cycle': 'error',
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  'max-lines': ['error', 300],
  complexity: ['error', 15],
});
// This file is the list of all tasks.
project.eslint?.addOverride({ files: ['.projenrc.ts'], rules: { 'max-lines': ['error', 400] } });
// Generators of pseudo-random numbers are made of them.
project.eslint?.addOverride({ files: ['test/**'], rules: { 'no-bitwise': 'off' } });
project.eslint?.allowDevDeps('examples/**');
project.eslint?.allowDevDeps('bench/**');
project.eslint?.allowDevDeps('test/**');
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
    { exec: "jest --ci --runInBand --testPathIgnorePatterns /node_modules/ --testMatch '<rootDir>/test/policies/engines/*.check.ts'" },
  ],
});
project.addTask('test:walks', {
  description: 'Add a property to a copy of the repository, in the files that CONTRIBUTING.md names, and leave each of them out',
  exec: "jest --ci --runInBand --testPathIgnorePatterns /node_modules/ --testMatch '<rootDir>/test/guarantees/*.check.ts'",
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
const e2e = project.addTask('test:e2e', {
  description: 'Deploy to a local stand-in for Azure Resource Manager, and hold what happens against docs/reliability.md',
});
e2e.exec('jest --config jest.e2e.config.json', { receiveArgs: true });
e2e.exec('tsx --tsconfig tsconfig.dev.json test/e2e/report.ts');
new JsonFile(project, 'jest.e2e.config.json', {
  marker: false,
  obj: {
    testMatch: ['<rootDir>/test/e2e/*.e2e.ts', '<rootDir>/test/e2e/*.plan.ts'],
    moduleFileExtensions: ['ts', 'js', 'json', 'node'],
    moduleNameMapper: { [`^${PACKAGE}$`]: '<rootDir>/lib/index.ts' },
    globalSetup: '<rootDir>/test/e2e/support/setup.ts',
    globalTeardown: '<rootDir>/test/support/teardown.ts',
    maxWorkers: 2,
    testTimeout: 240_000,
    transform: { '^.+\\.[t]sx?$': ['ts-jest', { tsconfig: 'tsconfig.dev.json' }] },
  },
});

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
          [`^${PACKAGE}$`]: '<rootDir>/lib/index.ts',
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

for (const name of readdirSync('examples').filter(entry => existsSync(`examples/${entry}/main.ts`))) {
  new JsonFile(project, `examples/${name}/cdktf.json`, {
    marker: false,
    obj: {
      language: 'typescript',
      app: 'npx tsx --tsconfig ../../tsconfig.dev.json main.ts',
      projectId: name,
      sendCrashReports: 'false',
    },
  });
}

project.synth();
