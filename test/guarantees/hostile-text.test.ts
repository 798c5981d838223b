import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fn, TerraformVariable, Token } from 'cdktf';
import type { Construct } from 'constructs';
import { ContainerProbe, ProbeHandler, TerraformExpression } from '../../lib';
import { container, interpreter } from '../support/fixtures';
import { hostileStrings, LONG_TEXT } from '../support/hostile-strings';
import { synthesize } from '../support/synth';
import { temporaryDirectory, terraformSucceeds } from '../support/terraform';

interface Body {
  readonly properties: {
    readonly customContainerTemplate: {
      readonly containers: Array<{
        readonly env: Array<{ readonly name: string; readonly value: string }>;
        readonly args: string[];
        readonly command: string[];
        readonly probes: Array<{ readonly httpGet: { readonly path: string; readonly httpHeaders: Array<{ readonly value: string }> } }>;
      }>;
    };
  };
}

const STRINGS = hostileStrings();
const ADDED = STRINGS.slice(0, 100);
const NAMES = Object.fromEntries(STRINGS.filter(text => /^[^=\0]+$/.test(text)).map(text => [text, text]));
const TAGS = new Map(STRINGS.filter(text => /^[^<>%&\\?/]{1,100}$/.test(text)).map(text => [text.toLowerCase(), text]));

/** Pools with at most 50 tags each. */
function tagMaps(): Array<{ [name: string]: string }> {
  const names = [...TAGS.values()];
  return Array.from({ length: Math.ceil(names.length / 50) }, (_, page) =>
    Object.fromEntries(names.slice(page * 50, page * 50 + 50).map((name, index) => [name, STRINGS[index].slice(0, 250)])),
  );
}

/** Text that mixes literals and tokens, and what it stands for when the variable is `V$` and the number 7. */
function mixedStrings(scope: Construct): Array<[text: string, expected: string]> {
  const variable = new TerraformVariable(scope, 'variable', { type: 'string', default: 'V$' }).stringValue;
  const number = new TerraformVariable(scope, 'number', { type: 'number', default: 7 }).numberValue;
  return STRINGS.flatMap((text, index): Array<[string, string]> => {
    const other = STRINGS[(index * 7 + 3) % STRINGS.length];
    return [
      [`${text}${variable}${other}`, `${text}V$${other}`],
      [`${variable}${text}${number}`, `V$${text}7`],
    ];
  });
}

/** Applies what the pools of a stack send, without a provider: the bodies and the tags go through `terraform_data`. */
function apply(build: (scope: Construct) => void): { [id: string]: { body: Body; tags?: { [name: string]: string }; name: string } } {
  const { resource, variable } = synthesize(build);
  const pools = Object.entries(resource.azapi_resource);
  const directory = temporaryDirectory();
  writeFileSync(
    join(directory, 'main.tf.json'),
    JSON.stringify({
      variable,
      resource: {
        terraform_data: Object.fromEntries(pools.map(([id, { body, tags, name }]) => [id, { input: { body, tags, name } }])),
      },
      output: Object.fromEntries(pools.map(([id]) => [id, { value: `\${terraform_data.${id}.output}` }])),
    }),
  );
  terraformSucceeds(directory, 'init', '-input=false');
  terraformSucceeds(directory, 'apply', '-auto-approve', '-input=false');
  const outputs = JSON.parse(terraformSucceeds(directory, 'output', '-json')) as { [id: string]: { value: never } };
  return Object.fromEntries(Object.entries(outputs).map(([id, { value }]) => [id.split('_')[0], value]));
}

test(`${STRINGS.length} hostile strings come back byte-equal through a real terraform apply`, () => {
  const environmentVariables = Object.fromEntries(STRINGS.map((text, index) => [`V${index}`, text]));
  const maps = tagMaps();
  let mixed: Array<[string, string]> = [];
  const result = apply(stack => {
    mixed = mixedStrings(stack);
    container(
      stack,
      {
        environmentVariables,
        args: STRINGS,
        command: mixed.map(([text]) => text),
        probes: [
          ContainerProbe.liveness(
            ProbeHandler.httpGet({ port: 80, path: '${path.cwd}', httpHeaders: STRINGS.map(value => ({ name: 'X-Hostile', value })) }),
          ),
        ],
      },
      'texts',
    );
    const pool = container(stack, {}, 'added');
    ADDED.forEach((text, index) => pool.addEnvironmentVariable(`ADDED${index}`, text));
    container(stack, { environmentVariables: NAMES }, 'names');
    maps.forEach((tags, index) => interpreter(stack, { tags }, `tags${index}`));
    interpreter(stack, { sessionPoolName: `pool${TerraformExpression.raw('var.variable == "V$" ? "x" : "y"')}` }, 'expression');
  });
  const { env, args, command, probes } = result.texts.body.properties.customContainerTemplate.containers[0];

  expect(env.map(({ value }) => value)).toStrictEqual(STRINGS);
  expect(result.added.body.properties.customContainerTemplate.containers[0].env.map(({ value }) => value)).toStrictEqual(ADDED);
  expect(args).toStrictEqual(STRINGS);
  expect(probes[0].httpGet.path).toBe('${path.cwd}');
  expect(probes[0].httpGet.httpHeaders.map(({ value }) => value)).toStrictEqual(STRINGS);
  expect(result.names.body.properties.customContainerTemplate.containers[0].env).toStrictEqual(
    Object.entries(NAMES).map(([name, value]) => ({ name, value })),
  );
  maps.forEach((tags, index) => expect(Object.entries(result[`tags${index}`].tags!).sort()).toStrictEqual(Object.entries(tags).sort()));
  expect(command).toStrictEqual(mixed.map(([, expected]) => expected));
  expect(result.expression.name).toBe('poolx');

  process.stdout.write(`hostile strings byte-equal through terraform apply: ${STRINGS.length}, and ${mixed.length} mixed with tokens\n`);
  expect(STRINGS.length).toBeGreaterThanOrEqual(500);
});

test('text of a megabyte comes back byte-equal through a real terraform apply', () => {
  const { resource } = synthesize(stack => void container(stack, { environmentVariables: { LONG: LONG_TEXT } }));
  const directory = temporaryDirectory();
  const [{ body }] = Object.values(resource.azapi_resource) as unknown as [{ body: Body }];
  const [{ env }] = body.properties.customContainerTemplate.containers;
  writeFileSync(join(directory, 'main.tf.json'), JSON.stringify({ output: { env: { value: env, sensitive: true } } }));
  terraformSucceeds(directory, 'apply', '-auto-approve', '-input=false');
  const {
    env: { value },
  } = JSON.parse(terraformSucceeds(directory, 'output', '-json')) as { env: { value: unknown } };
  expect(value).toStrictEqual([{ name: 'LONG', value: LONG_TEXT }]);
});

test('tokens that exist are kept, also in the middle of text', () => {
  const { resource } = synthesize(stack => {
    const token = Token.asString(Fn.upper('x'));
    container(stack, { args: [token, `a${token}b`, `\${${token}}`] });
  });
  const [pool] = Object.values(resource.azapi_resource) as unknown as [{ body: Body }];
  expect(pool.body.properties.customContainerTemplate.containers[0].args).toStrictEqual([
    '${upper("x")}',
    'a${upper("x")}b',
    '${"$"}{${upper("x")}}',
  ]);
});
