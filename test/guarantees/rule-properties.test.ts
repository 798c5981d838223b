import { TerraformStack } from 'cdktf';
import fc from 'fast-check';
import type { CustomContainerPoolProps } from '../../lib';
import type { Feature } from '../../lib/arm/api-versions';
import { CONTAINER_TYPES, selectApiVersion } from '../../lib/arm/api-versions';
import { checkTags } from '../../lib/arm/tag-rules';
import { checkImage } from '../../lib/custom-container/image-rules';
import { checkLifecycle } from '../../lib/pool/lifecycle-rules';
import { escapeTemplate, isToken } from '../../lib/terraform/templates';
import { Findings, show } from '../../lib/validation/findings';
import { container, environment } from '../support/fixtures';
import { hostileText } from '../support/hostile-strings';
import { testApp } from '../support/synth';
import { evaluate } from '../support/template';

const stack = new TerraformStack(testApp(), 'stack');
const shared = environment(stack, 'shared');
let cases = 0;

afterAll(() => process.stdout.write(`property cases of single rules: ${cases}\n`));

/** Holds for so many inputs, the same in every run; `FAST_CHECK_SEED` explores others. */
function holds<T>(runs: number, arbitrary: fc.Arbitrary<T>, predicate: (value: T) => void): void {
  fc.assert(
    fc.property(arbitrary, value => {
      cases++;
      predicate(value);
    }),
    { numRuns: runs, seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_124) },
  );
}

/** What is wrong with the properties of a custom container pool, one line each. */
function failuresOf(props: object): string[] {
  try {
    container(stack, { environment: shared, ...(props as Partial<CustomContainerPoolProps>) });
    stack.node.tryRemoveChild('pool');
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
}

function errorsOf(check: (findings: Findings) => void): string[] {
  const findings = new Findings();
  check(findings);
  return findings.errors;
}

function textOf(characters: string, minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });
}

const anyText = fc.oneof(
  hostileText,
  fc.string({ unit: 'binary' }).map(text => text.normalize()),
);

describe('text', () => {
  test('stands for itself when it is escaped', () => {
    holds(8000, anyText, text => expect(evaluate(escapeTemplate(text))).toBe(text));
  });

  test('is never taken for a token', () => {
    holds(2500, anyText, text => expect(isToken(text)).toBe(false));
  });

  test('is refused where Terraform would change it, and only there', () => {
    const pieces = fc.constantFrom('e', 'a', '\u0301', '\u030a', '\ud83d', '\ude00', '\u1100', '\u1161');
    holds(3000, fc.string({ unit: fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 1 })) }), text => {
      const kept = Buffer.from(text, 'utf8').toString('utf8') === text && text.normalize('NFC') === text;
      expect(errorsOf(findings => findings.literal('x', text))).toHaveLength(kept ? 0 : 1);
    });
  });

  test('and any other value is shown in one line that is not long', () => {
    holds(1000, fc.oneof(anyText, fc.string({ minLength: 90, maxLength: 200 }), fc.anything()), value => {
      expect(show(value)).not.toMatch(/\n/);
      expect(show(value).length).toBeLessThan(700);
    });
  });
});

describe('a rule', () => {
  test('for whole numbers refuses what is outside of its bounds, and only that', () => {
    const bounds = { min: fc.integer({ min: -3, max: 3 }), max: fc.integer({ min: 4, max: 10 }) };
    holds(
      2500,
      fc.record({ value: fc.oneof(fc.double(), fc.integer(), fc.integer({ min: -5, max: 15 })), ...bounds }),
      ({ value, min, max }) => {
        expect(errorsOf(findings => findings.integer('x', value, { min, max }))).toStrictEqual(
          Number.isInteger(value)
            ? value < min || value > max
              ? [`x must be between ${min} and ${max}, got ${value}`]
              : []
            : [`x must be a whole number, got ${value}`],
        );
      },
    );
  });

  test('for pool names takes what Azure takes, and nothing else', () => {
    const names = fc.oneof(
      textOf('ab1-A_', 0, 66),
      fc.tuple(textOf('abc', 1, 3), textOf('abc019', 1, 40), textOf('-9', 1, 1), textOf('x7', 1, 9)).map(parts => parts.join('')),
    );
    holds(1000, names, name => {
      const valid =
        name.length >= 3 &&
        name.length <= 63 &&
        !/[A_]/.test(name) &&
        !'0123456789-'.includes(name[0]) &&
        !name.endsWith('-') &&
        !name.includes('--');
      expect(failuresOf({ sessionPoolName: name }).length === 0).toBe(valid);
    });
  });

  test('for container names takes what Azure takes, and nothing else', () => {
    holds(500, fc.oneof(textOf('ab1-.A_', 0, 48), textOf('ab1-.', 1, 48)), name => {
      const valid = name.length >= 1 && name.length <= 46 && !/[A_]/.test(name) && !'.-'.includes(name[0]) && !'.-'.includes(name.at(-1)!);
      expect(failuresOf({ containerName: name }).length === 0).toBe(valid);
    });
  });

  const component = fc.tuple(textOf('ab19', 1, 8), fc.constantFrom('', '.x', '_y', '__z', '-w', '---v')).map(parts => parts.join(''));
  const image = fc
    .tuple(
      fc.constantFrom('', 'registry.azurecr.io/', 'localhost/', 'localhost:5000/', 'Registry.Example.com:443/'),
      fc.array(component, { minLength: 1, maxLength: 4 }).map(components => components.join('/')),
      fc.option(
        fc.tuple(textOf('aA1_', 1, 1), textOf('aA1_.-', 0, 127)).map(parts => `:${parts.join('')}`),
        { nil: '' },
      ),
      fc.option(
        textOf('0123456789abcdef', 64, 64).map(hex => `@sha256:${hex}`),
        { nil: '' },
      ),
    )
    .map(parts => parts.join(''));

  test('for images takes every reference', () => {
    holds(1500, image, each => expect(errorsOf(findings => checkImage(each, findings))).toStrictEqual([]));
  });

  test('for images takes no reference with what it cannot have', () => {
    holds(
      1500,
      fc.tuple(image, fc.nat(), fc.constantFrom(' ', '\n', '${', '?', '#', '%', '\\', '"', 'ä', '//', '::', '@@')),
      ([each, at, wrong]) => {
        const index = at % (each.length + 1);
        expect(errorsOf(findings => checkImage(each.slice(0, index) + wrong + each.slice(index), findings))).toHaveLength(1);
      },
    );
  });

  test('for tags counts them', () => {
    holds(300, fc.integer({ min: 40, max: 60 }), count => {
      const tags = Object.fromEntries(Array.from({ length: count }, (_, index) => [`t${index}`, '']));
      expect(errorsOf(findings => checkTags(tags, findings))).toHaveLength(count > 50 ? 1 : 0);
    });
  });

  test('for lifecycles takes the setting of the type, and not that of the other', () => {
    const lifecycles = fc.record({
      lifecycleType: fc.constantFrom('Timed', 'OnContainerExit'),
      cooldownPeriodInSeconds: fc.option(fc.integer({ min: 300, max: 3600 }), { nil: undefined }),
      maxAlivePeriodInSeconds: fc.option(fc.integer({ min: 1 }), { nil: undefined }),
    });
    holds(500, lifecycles, lifecycle => {
      const other = lifecycle.lifecycleType === 'Timed' ? lifecycle.maxAlivePeriodInSeconds : lifecycle.cooldownPeriodInSeconds;
      expect(errorsOf(findings => checkLifecycle(lifecycle as never, findings))).toHaveLength(other === undefined ? 0 : 1);
    });
  });

  test('for api versions chooses one that it would not refuse', () => {
    const used = fc.record({
      containerType: fc.constantFrom(...CONTAINER_TYPES.map(({ name }) => name), 'RubyLTS'),
      features: fc.subarray<Feature>(['lifecycleConfiguration', 'identities', 'probes', 'mcpServer']),
    });
    holds(300, used, given => {
      const findings = new Findings();
      const { version } = selectApiVersion(given, undefined, findings);
      expect(selectApiVersion(given, version, findings)).toMatchObject({ version });
      expect(findings.errors).toStrictEqual([]);
    });
  });

  const PROPS = [
    'sessionPoolName',
    'resourceGroupId',
    'location',
    'networkStatus',
    'apiVersion',
    'image',
    'memory',
    'containerName',
    'targetPort',
    'cpu',
    'readySessionInstances',
    'maxConcurrentSessions',
    'command',
    'args',
    'environmentVariables',
    'tags',
    'probes',
    'acknowledgements',
  ];
  const MAPS = ['environmentVariables', 'tags'];

  test.each(PROPS)('for %s refuses every value of another type, by name', prop => {
    const wrong = fc.oneof(
      fc.boolean(),
      fc.array(fc.integer(), { minLength: 1 }),
      fc.integer({ max: -1 }),
      fc.constant(''),
      fc.constant(() => 1),
      ...(MAPS.includes(prop) ? [] : [fc.record({})]),
    );
    holds(60, wrong, value => {
      expect(failuresOf({ [prop]: value }).filter(failure => failure.startsWith(`  - ${prop}`)).length).toBeGreaterThan(0);
    });
  });

  test('is broken together with the others, and all are named at once', () => {
    holds(300, fc.subarray(['targetPort', 'cpu', 'memory', 'image', 'location', 'containerName'], { minLength: 1 }), wrong => {
      const failures = failuresOf(Object.fromEntries(wrong.map(prop => [prop, false])));
      expect(failures).toHaveLength(wrong.length);
      wrong.forEach(prop => expect(failures.join()).toContain(`- ${prop} must be`));
    });
  });
});
