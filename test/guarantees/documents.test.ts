import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WARNINGS } from '../../lib/validation/warnings';
import { DOCUMENTS, readDocument } from '../support/documents';

interface Documented {
  readonly name: string;
  readonly docs?: { readonly summary?: string; readonly remarks?: string };
}

interface Type {
  readonly properties?: Documented[];
  readonly methods?: Documented[];
}

const { types } = JSON.parse(readFileSync(join(__dirname, '..', '..', '.jsii'), 'utf8')) as { types: { [fqn: string]: Type } };

test.each(Object.entries(DOCUMENTS))('docs/%s is what the code says: npx projen docs', (file, produce) => {
  expect(readDocument(file)).toBe(produce());
});

const CAUSES = Object.entries(WARNINGS).flatMap(([id, { causedBy }]) => causedBy.map(member => [member, id] as const));

test.each(CAUSES)('the documentation of %s names the warning %s', (member, id) => {
  const [type, name] = member.split('.');
  const { properties = [], methods = [] } = types[`cdktf-azure-session-pools.${type}`];
  const { docs } = [...properties, ...methods].find(each => each.name === name)!;
  expect(`${docs?.summary} ${docs?.remarks ?? ''}`).toContain(`\`${id}\``);
});
