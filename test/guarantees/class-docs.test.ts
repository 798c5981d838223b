import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface AssemblyType {
  readonly name: string;
  readonly kind: string;
  readonly docs?: { readonly summary?: string; readonly see?: string; readonly example?: string };
}

const { types } = JSON.parse(readFileSync(join(__dirname, '..', '..', '.jsii'), 'utf8')) as { types: { [fqn: string]: AssemblyType } };
const classes = Object.values(types).filter(({ kind }) => kind === 'class');

test('there are classes', () => {
  expect(classes.length).toBeGreaterThan(30);
});

test.each(classes.map(({ name, docs = {} }) => [name, docs] as const))(
  '%s has a link and an example, which rosetta compiles',
  (_, docs) => {
    expect(docs.summary).toMatch(/\S/);
    expect(docs.see).toMatch(/^https:\/\/(learn\.microsoft\.com|developer\.hashicorp\.com|github\.com|en\.wikipedia\.org)\//);
    expect(docs.example).toMatch(/\S/);
  },
);
