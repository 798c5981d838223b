import { Token } from 'cdktf';
import fc from 'fast-check';
import { Findings } from '../../lib/validation/findings';
import type { StructName } from '../../lib/validation/property-rules';
import { checkProperties, knownProperties, strangeProperties } from '../../lib/validation/property-rules';
import { STRUCT_PROPERTIES } from '../../lib/validation/struct-properties';

const structs = Object.keys(STRUCT_PROPERTIES) as StructName[];

function found(
  given: unknown,
  struct: StructName = 'CodeInterpreterPoolProps',
): { readonly errors: string[]; readonly warnings: string[] } {
  const findings = new Findings();
  checkProperties(given, struct, 'It', findings);
  return { errors: findings.errors, warnings: findings.warnings.map(({ id, message }) => `[${id}] ${message}`) };
}

function namesOf(struct: StructName): string[] {
  return STRUCT_PROPERTIES[struct].split(' ').map(property => property.split(':')[0]);
}

test.each<[string, unknown, { errors?: string[]; warnings?: string[] }]>([
  ['nothing', undefined, {}],
  ['null', null, {}],
  ['text', 'maxConcurentSessions', {}],
  ['a list', ['maxConcurentSessions'], {}],
  ['a token', Token.asAny({ resolve: () => ({}) }), {}],
  ['known properties', { location: 'x', tags: { locatoin: 'x' } }, {}],
  ['an unknown property without a value', { maxConcurentSessions: undefined, foo: null }, {}],
  [
    'a near miss',
    { maxConcurentSessions: 5 },
    { errors: ['maxConcurentSessions is not a property of It: did you mean maxConcurrentSessions?'] },
  ],
  ['other casing', { Location: 'x' }, { errors: ['Location is not a property of It: did you mean location?'] }],
  [
    'a near miss beside what is meant',
    { locations: [], location: 'x' },
    { warnings: ['[unknown-property] locations is not a property of It, which ignores it'] },
  ],
  [
    'a near miss of a property that is null',
    { locations: [], location: null },
    { errors: ['locations is not a property of It: did you mean location?'] },
  ],
  ['something else', { image: 'x' }, { warnings: ['[unknown-property] image is not a property of It, which ignores it'] }],
  [
    'a near miss in a struct',
    { timeouts: { creat: '5m' } },
    { errors: ['timeouts.creat is not a property of timeouts: did you mean timeouts.create?'] },
  ],
  [
    'something else in a struct',
    { timeouts: { list: '5m' } },
    { warnings: ['[unknown-property] timeouts.list is not a property of timeouts, which ignores it'] },
  ],
  ['text for a struct', { timeouts: '30m' }, { errors: ['timeouts must be an object with create, delete, read, update, got a string'] }],
  ['a list for a struct', { timeouts: ['30m'] }, { errors: ['timeouts must be an object with create, delete, read, update, got a list'] }],
  ['a boolean for a struct', { mcpServer: true }, { errors: ['mcpServer must be an object with apiKeyDisabled, got a boolean'] }],
  ['false for a struct', { mcpServer: false }, { errors: ['mcpServer must be an object with apiKeyDisabled, got a boolean'] }],
  ['a token for a struct', { timeouts: Token.asAny({ resolve: () => ({}) }) }, {}],
])('%s', (_, given, { errors = [], warnings = [] }) => expect(found(given)).toStrictEqual({ errors, warnings }));

test.each(structs)('all properties of %s are known', struct => {
  const names = namesOf(struct);
  expect(strangeProperties(Object.fromEntries(names.map(name => [name, 'x'])), struct)).toStrictEqual([]);
  expect(Object.keys(knownProperties(Object.fromEntries([...names, 'foo'].map(name => [name, 1])), struct))).toStrictEqual(names);
});

test.each(structs)('a slip of the pen in a property of %s is an error that names what is meant', struct => {
  const names = namesOf(struct);
  const slips = (name: string) =>
    fc
      .nat(name.length - 2)
      .chain(at =>
        fc
          .constantFrom(
            name.slice(0, at) + name.slice(at + 1),
            name.slice(0, at) + name[at] + name.slice(at),
            name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2),
            name.toUpperCase(),
          )
          .map(slip => ({ name, slip })),
      );
  fc.assert(
    fc.property(fc.constantFrom(...names).chain(slips), ({ name, slip }) => {
      fc.pre(!names.includes(slip));
      const { errors, warnings } = found({ [slip]: 'x' }, struct);
      expect(warnings).toStrictEqual([]);
      expect(errors).toHaveLength(1);
      expect(errors[0]).toContain(`${slip} is not a property of It: did you mean `);
      const { errors: others } = found(
        Object.fromEntries([[slip, 'x'], ...names.filter(each => each !== name).map(each => [each, null])]),
        struct,
      );
      expect(others).toHaveLength(1);
    }),
    { numRuns: 40, seed: 20_261_124 },
  );
});

test.each(structs)('all properties of %s, spread into any other struct beside its own, are no errors', spread => {
  const errors = structs.flatMap(
    struct => found(Object.fromEntries([...namesOf(spread), ...namesOf(struct)].map(name => [name, {}])), struct).errors,
  );
  expect(errors).toStrictEqual([]);
});
