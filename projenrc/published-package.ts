import type { cdktf } from 'projen';

/** What is in the package, and what of it can be imported. */
export function addPublishedFiles(project: cdktf.ConstructLibraryCdktf): void {
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
  project.npmignore?.exclude('/policy/**/*_test.rego');
}
