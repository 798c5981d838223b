import { cdktf, javascript } from 'projen';
import { addDeploymentTests } from './projenrc/deployment-tests';
import { DEV_DEPENDENCIES, pinDevDependencies } from './projenrc/dev-dependencies';
import { addExamples } from './projenrc/examples';
import { addLintRules } from './projenrc/linting';
import { addMutationTests } from './projenrc/mutation';
import { addPublishedFiles } from './projenrc/published-package';
import { addTasks } from './projenrc/tasks';

const PACKAGE = 'cdktf-azure-session-pools';
const REPOSITORY = 'cdktf-azure-session-pools/cdktf-azure-session-pools';

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
      testTimeout: 1_800_000,
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

addPublishedFiles(project);
// One line a plan, as Terraform wrote it.
project.prettier?.addIgnorePattern('/test/policies/engines/plans/');
pinDevDependencies(project);
addLintRules(project);
addTasks(project);
addDeploymentTests(project);
addMutationTests(project);
addExamples(project);

project.synth();
