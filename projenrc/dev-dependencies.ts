import type { Project } from 'projen';
import { DependencyType } from 'projen';

/** Development dependencies, each installed in exactly this version. */
export const DEV_DEPENDENCIES = [
  '@cdktf/provider-azurerm@14.23.1',
  '@kusto/language-service-next@12.4.1',
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

/** Writes the exact versions to package.json, where projen writes ranges. */
export function pinDevDependencies(project: Project): void {
  for (const dependency of DEV_DEPENDENCIES) {
    const name = dependency.slice(0, dependency.lastIndexOf('@'));
    project.deps.removeDependency(name, DependencyType.BUILD);
    project.deps.addDependency(dependency, DependencyType.BUILD);
  }
}
