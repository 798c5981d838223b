import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');
const SCHEMA = join(ROOT, 'policy', 'schema.json');
const CONSTANTS = join(ROOT, 'policy', 'constants.json');
const NOTE = 'Written from policy/schema.json and policy/constants.json: npm run policies:docs';

/** The copies of what all engines share, as they should be. Checkov reads the files themselves. */
export function sharedFiles(): Array<{ readonly file: string; readonly expected: string }> {
  return [
    { file: join(ROOT, 'lib', 'policies', 'shared.ts'), expected: typescript() },
    { file: join(ROOT, 'policy', 'session_pools', 'lib', 'shared.rego'), expected: rego() },
  ];
}

function typescript(): string {
  const file = join(ROOT, 'lib', 'policies', 'shared.ts');
  const code = [
    `// ${NOTE}`,
    '/** What a data file may look like, and the defaults. */',
    `export const DATA_SCHEMA = ${ascii(SCHEMA)};`,
    '/** What is the same in all engines. */',
    `export const CONSTANTS = ${ascii(CONSTANTS)};`,
  ];
  return execFileSync(join(ROOT, 'node_modules', '.bin', 'prettier'), ['--stdin-filepath', file], {
    input: code.join('\n\n'),
    encoding: 'utf8',
  });
}

function rego(): string {
  const definition = (comment: string, name: string, file: string) => `# ${comment}\n${name} := json.unmarshal(\`${ascii(file)}\`)\n`;
  return [
    `# ${NOTE}\n`,
    'package session_pools.lib\n',
    definition('What a data file may look like, and the defaults.', 'schema', SCHEMA),
    definition('What is the same in all engines.', 'constants', CONSTANTS),
    '# What stands beside the parameters although it belongs into them, or has another name.\n' +
      misplacedNames()
        .map(name => `beside["${name}"] := data.session_pools.${name}\n`)
        .join('\n'),
  ].join('\n');
}

/** The policies are in the same place as the data, so that Rego can only look for names that it has. */
function misplacedNames(): string[] {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as {
    properties: { session_pools: { properties: { parameters: { properties: object } } } };
  };
  const constants = JSON.parse(readFileSync(CONSTANTS, 'utf8')) as { misspelt: string[] };
  return [...Object.keys(schema.properties.session_pools.properties.parameters.properties), ...constants.misspelt].sort();
}

function ascii(file: string): string {
  return JSON.stringify(JSON.parse(readFileSync(file, 'utf8')), null, 2).replace(
    /[\u007f-\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Writes them. */
export async function writeSharedFiles(): Promise<void> {
  for (const { file, expected } of sharedFiles()) {
    writeFileSync(file, expected);
  }
}
