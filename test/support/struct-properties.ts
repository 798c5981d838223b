import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StructProperty } from './assembly';
import { STRUCTS } from './assembly';

const FILE = join(__dirname, '..', '..', 'lib', 'validation', 'struct-properties.ts');
const HEADER = `/**
 * The properties of each struct; those that hold a struct or a list of structs with its name. Generated from the assembly: \`npx projen properties\`.
 */
`;
/** Its own rules look for properties that it does not have. */
const CHECKED_ELSEWHERE = ['Acknowledgement'];

/** What they do not know is an argument that Terraform does not know either. */
const THIN_L1 = /^(Data|Ephemeral)?Azapi(?!Timeouts$)/;

/** The file as it is, and as it should be. */
export function structProperties(): { readonly actual: string; readonly expected: string } {
  const lines = STRUCTS.filter(({ name, isOpen }) => !isOpen && !THIN_L1.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, properties }) => lineOf(name, properties));
  return { actual: readFileSync(FILE, 'utf8'), expected: `${HEADER}export const STRUCT_PROPERTIES = {\n${lines.join('')}};\n` };
}

function lineOf(name: string, properties: StructProperty[]): string {
  const described = properties.map(({ name: property, struct }) =>
    struct && !CHECKED_ELSEWHERE.includes(struct.replace('[]', '')) ? `${property}:${struct}` : property,
  );
  const line = `  ${name}: '${described.sort().join(' ')}',`;
  return `${line.length > 140 ? line.replace(': ', ':\n    ') : line}\n`;
}

if (require.main === module) {
  writeFileSync(FILE, structProperties().expected);
}
