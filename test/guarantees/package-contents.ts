import { execFileSync } from 'node:child_process';

const ALLOWED = [
  /^package\.json$/,
  /^README\.md$/,
  /^LICENSE$/,
  /^\.jsii$/,
  /^lib\/.*\.js$/,
  /^lib\/.*\.d\.ts$/,
  /^policy\/(constants|data|schema)\.json$/,
  /^policy\/session_pools\/.*(?<!_test)\.rego$/,
  /^policy\/checkov\/(\w+\/)*\w+\.py$/,
];
const REQUIRED = [
  'package.json',
  '.jsii',
  'lib/index.js',
  'lib/index.d.ts',
  'lib/testing.js',
  'lib/testing.d.ts',
  'policy/session_pools/session_pools.rego',
  'policy/checkov/session_pools.py',
  'policy/constants.json',
  'policy/data.json',
  'policy/schema.json',
];

const [{ files }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' })) as [
  { files: Array<{ path: string }> },
];
const paths = files.map(({ path }) => path);
const unexpected = paths.filter(path => !ALLOWED.some(pattern => pattern.test(path)));
const missing = REQUIRED.filter(path => !paths.includes(path));

console.log(`${paths.length} files in the package`);
if (unexpected.length > 0 || missing.length > 0) {
  console.error(`unexpected: ${unexpected.join(', ') || 'none'}; missing: ${missing.join(', ') || 'none'}`);
  process.exitCode = 1;
}
