import { TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { SecretEnvironmentVariable, SessionSecret } from '../../lib';
import { container } from '../support/fixtures';
import { synthesize, testApp } from '../support/synth';

describe('an ephemeral secret', () => {
  test('is a variable that is ephemeral and sensitive', () => {
    const { variable, resource } = synthesize(stack =>
      container(stack, {
        secretEnvironmentVariables: [
          SecretEnvironmentVariable.of('A', SessionSecret.ephemeral(stack, 'model-api-key')),
          SecretEnvironmentVariable.of(
            'B',
            SessionSecret.ephemeral(stack, 'other', { variableName: 'OTHER', description: 'The other one' }),
          ),
        ],
      }),
    );
    expect(variable).toStrictEqual({
      model_api_key: {
        description: 'The value of the secret model-api-key',
        ephemeral: true,
        nullable: false,
        sensitive: true,
        type: 'string',
        validation: [
          { condition: '${length(var.model_api_key) > 0}', error_message: 'model_api_key must not be empty: set TF_VAR_model_api_key' },
        ],
      },
      OTHER: {
        description: 'The other one',
        ephemeral: true,
        nullable: false,
        sensitive: true,
        type: 'string',
        validation: [{ condition: '${length(var.OTHER) > 0}', error_message: 'OTHER must not be empty: set TF_VAR_OTHER' }],
      },
    });
    expect(Object.values(resource.azapi_resource)[0].sensitive_body).toStrictEqual({
      properties: {
        secrets: [
          { name: 'model-api-key', value: '${var.model_api_key}' },
          { name: 'other', value: '${var.OTHER}' },
        ],
      },
    });
  });

  test('can have the same name in another scope with another variable, and in another stack', () => {
    const app = testApp();
    const [one, two] = ['one', 'two'].map(id => new TerraformStack(app, id));
    SessionSecret.ephemeral(one, 'key');
    expect(() => SessionSecret.ephemeral(two, 'key')).not.toThrow();
    expect(() => SessionSecret.ephemeral(new Construct(one, 'inner'), 'key', { variableName: 'inner_key' })).not.toThrow();
  });

  const TAKEN = "variableName must be used once in a stack, got 'api_key' again: use the same SessionSecret, or another variableName";
  const NAME = "name must be 1 to 253 lower-case letters, digits and '-', a letter or digit first and last";
  const IDENTIFIER = 'variableName must be a Terraform identifier that is not reserved';
  const TOKEN = 'name and variableName must be known when the configuration is written, got a token';
  const token = (stack: TerraformStack) => new TerraformVariable(stack, 'token', {}).stringValue;
  const REFUSED: Array<[string, (stack: TerraformStack) => void, (stack: TerraformStack) => unknown, string]> = [
    [
      'that is defined twice',
      stack => void SessionSecret.ephemeral(stack, 'api-key'),
      stack => SessionSecret.ephemeral(stack, 'api-key'),
      TAKEN,
    ],
    [
      'whose variable is that of another secret',
      stack => void SessionSecret.ephemeral(new Construct(stack, 'inner'), 'api-key'),
      stack => SessionSecret.ephemeral(stack, 'api-key'),
      TAKEN,
    ],
    [
      'whose variable is there already',
      stack => void new TerraformVariable(stack, 'api_key', {}),
      stack => SessionSecret.ephemeral(stack, 'x', { variableName: 'api_key' }),
      TAKEN,
    ],
    [
      'whose variable is there under another id',
      stack => new TerraformVariable(stack, 'other', {}).overrideLogicalId('api_key'),
      stack => SessionSecret.ephemeral(stack, 'api-key'),
      TAKEN,
    ],
    ['with a name that Azure refuses', () => {}, stack => SessionSecret.ephemeral(stack, 'API_KEY'), `${NAME}, got 'API_KEY'`],
    ['with a slash in the name', () => {}, stack => SessionSecret.ephemeral(stack, 'a/b'), `${NAME}, got 'a/b'`],
    ['without a name', () => {}, stack => SessionSecret.ephemeral(stack, undefined as never), 'name must be given: the name of the secret'],
    ['with a number for a name', () => {}, stack => SessionSecret.ephemeral(stack, 7 as never), 'name must be a string, got 7'],
    [
      'with a variable that starts with a digit',
      () => {},
      stack => SessionSecret.ephemeral(stack, '1-key'),
      `${IDENTIFIER}, got '1_key': give another variableName`,
    ],
    [
      'with a reserved variable',
      () => {},
      stack => SessionSecret.ephemeral(stack, 'version'),
      `${IDENTIFIER}, got 'version': give another variableName`,
    ],
    [
      'with a variable that is no identifier',
      () => {},
      stack => SessionSecret.ephemeral(stack, 'a', { variableName: 'a b' }),
      `${IDENTIFIER}, got 'a b': give another variableName`,
    ],
    [
      'with a token for a name',
      token,
      stack => SessionSecret.ephemeral(stack, (stack.node.findChild('token') as TerraformVariable).stringValue),
      TOKEN,
    ],
    [
      'with a token for a variable',
      token,
      stack =>
        SessionSecret.ephemeral(stack, 'a', {
          variableName: (stack.node.findChild('token') as TerraformVariable).stringValue,
        }),
      TOKEN,
    ],
    [
      'with a token for the description',
      token,
      stack => SessionSecret.ephemeral(stack, 'a', { description: (stack.node.findChild('token') as TerraformVariable).stringValue }),
      'description must be known when the configuration is written, got a token',
    ],
    [
      'with the value for options',
      () => {},
      stack => SessionSecret.ephemeral(stack, 'a', 'canary' as never),
      'options must be an object with variableName and description, got a string: the value is given as TF_VAR_<name>',
    ],
  ];

  test.each(REFUSED)('%s is refused and leaves nothing behind', (_title, prepare, define, failure) => {
    const stack = new TerraformStack(testApp(), 'stack');
    prepare(stack);
    const before = stack.node.findAll().length;
    const message = new RegExp(`^SessionSecret at '[\\w/-]+' is not valid:\n {2}- ${failure.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    expect(() => define(stack)).toThrow(message);
    expect(stack.node.findAll()).toHaveLength(before);
  });
});
