import type { cdktf } from 'projen';
import { FORBIDDEN_IMPORTS } from './rooms';

/** The rules of the house, beside those that projen sets. */
export function addLintRules(project: cdktf.ConstructLibraryCdktf): void {
  project.eslint?.addRules({
    'import/no-restricted-paths': ['error', { zones: FORBIDDEN_IMPORTS }],
    'import/no-cycle': 'error',
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/no-explicit-any': 'error',
    'max-lines': ['error', 300],
    complexity: ['error', 15],
  });
  // Generators of pseudo-random numbers are made of them.
  project.eslint?.addOverride({ files: ['test/**'], rules: { 'no-bitwise': 'off' } });
  project.eslint?.allowDevDeps('examples/**');
  project.eslint?.allowDevDeps('bench/**');
  project.eslint?.allowDevDeps('test/**');
}
