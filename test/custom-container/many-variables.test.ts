import { TerraformStack, TerraformVariable, Tokenization } from 'cdktf';
import { SessionSecret } from '../../lib';
import { container } from '../support/fixtures';
import { parse, testApp } from '../support/synth';

/** How often a token is resolved while secret variables are added to a pool. */
function resolutions(count: number, secretOf: (stack: TerraformStack, index: number) => SessionSecret): number {
  const stack = new TerraformStack(testApp(), 'stack');
  const pool = container(stack);
  const secrets = Array.from({ length: count }, (_, index) => secretOf(stack, index));
  const spy = jest.spyOn(Tokenization, 'resolve');
  secrets.forEach((secret, index) => pool.addSecretEnvironmentVariable(`V${index}`, secret));
  const calls = spy.mock.calls.length;
  spy.mockRestore();
  expect(Object.values(parse(stack).resource.azapi_resource)[0].body.properties).toMatchObject({
    customContainerTemplate: { containers: [{ env: secrets.map(({ name }, index) => ({ name: `V${index}`, secretRef: name })) }] },
  });
  return calls;
}

const variable = (stack: TerraformStack, id: string) => new TerraformVariable(stack, id, { type: 'string', sensitive: true });

test.each<[string, (stack: TerraformStack, index: number) => SessionSecret]>([
  ['different secrets', (stack, index) => SessionSecret.fromVariable(`s${index}`, variable(stack, `v${index}`))],
  ['ephemeral secrets', (stack, index) => SessionSecret.ephemeral(stack, `s${index}`)],
  [
    'one secret that is made each time',
    (stack, index) =>
      SessionSecret.fromVariable('s', index === 0 ? variable(stack, 'v') : (stack.node.findChild('v') as TerraformVariable)),
  ],
])('adding %s costs what one costs, as often as one is added', (_what, secretOf) => {
  const [hundred, twoHundred] = [100, 200].map(count => resolutions(count, secretOf));
  expect(twoHundred).toBeLessThanOrEqual(2 * hundred + 10);
  expect(hundred).toBeLessThanOrEqual(10 * 100);
});

test('the body is worked out when it is read, and not for each variable', () => {
  const stack = new TerraformStack(testApp(), 'stack');
  const pool = container(stack);
  let reads = 0;
  const command = new Proxy(['a'], { get: (target, key, receiver) => (reads++, Reflect.get(target, key, receiver) as unknown) });
  Object.assign((pool as unknown as { props: object }).props, { command });
  Array.from({ length: 100 }, (_, index) => pool.addEnvironmentVariable(`V${index}`, 'x'));
  expect(reads).toBe(0);
  parse(stack);
  expect(reads).toBeGreaterThan(0);
});
