import { Fn, TerraformOutput, TerraformProvider, TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import type { AzapiProviderConfig } from '../../lib';
import { AzapiProvider, SessionPool, SessionPoolEnvironment } from '../../lib';
import { computedEndpoint, container, interpreter, POOL_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import type { Configuration } from '../support/synth';
import { parse, synthesize, testApp } from '../support/synth';

const POOL = 'azapi_resource.pool_056F3F7E';
const COMPUTED = computedEndpoint(POOL);
const READ = `\${${POOL}.output.properties.poolManagementEndpoint}`;

/** The azapi provider as cdktf generates it. */
class GeneratedProvider extends TerraformProvider {
  constructor(
    scope: Construct,
    private readonly config: { environment?: string; endpoint?: object[] },
  ) {
    super(scope, 'azapi', { terraformResourceType: 'azapi' });
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return this.config;
  }
}

function endpointWith(define: (stack: TerraformStack) => { provider?: TerraformProvider } | void): [unknown, string[]] {
  const configuration = synthesize(stack => {
    const { provider } = define(stack) ?? {};
    new TerraformOutput(stack, 'o', { value: interpreter(stack, { provider }).poolManagementEndpoint, staticId: true });
  });
  return [configuration.output.o.value, comparisonsOf(configuration)];
}

function comparisonsOf(configuration: object): string[] {
  return (configuration as { locals: { SessionPoolAnswers: string[] } }).locals.SessionPoolAnswers.filter(each =>
    each.includes('poolManagementEndpoint'),
  );
}

describe('the endpoint of a pool', () => {
  test('is computed from attributes that a change of the pool leaves known, and refers to the pool', () => {
    const [endpoint, comparisons] = endpointWith(() => {});
    expect(endpoint).toBe(COMPUTED);
    expect(comparisons).toStrictEqual([
      `\${try(lower(${POOL}.output.properties.poolManagementEndpoint) == lower("${COMPUTED}"), true) ? "" : ` +
        `"session pool 'stack/pool': poolManagementEndpoint, computed for the public cloud, is not what Azure answers with: ` +
        'give the azapi provider its environment"}',
    ]);
  });

  test('of a custom container pool follows from the name and the domain of the environment, which is read through a local value', () => {
    const { output, data, ...rest } = synthesize(stack => {
      const environment = new SessionPoolEnvironment(stack, 'environment', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' });
      const pools = [container(stack, { environment }), container(stack, { environment }, 'other')];
      new TerraformOutput(stack, 'o', { value: pools.map(({ poolManagementEndpoint }) => poolManagementEndpoint), staticId: true });
    });
    const domain = '${data.azapi_resource.environment_Data_615605BE.output.properties.defaultDomain}';
    expect(output.o.value).toStrictEqual([
      `https://\${azapi_resource.pool_056F3F7E.name}.${domain}`,
      `https://\${azapi_resource.other_7F016EE3.name}.${domain}`,
    ]);
    expect(data.azapi_resource).toMatchObject({
      environment_Data_615605BE: {
        resource_id: '${local.environment_DataId_23AE028C}',
        type: 'Microsoft.App/managedEnvironments@2026-01-01',
      },
    });
    expect(Object.keys(data.azapi_resource)).toHaveLength(1);
    expect(rest).toMatchObject({ locals: { environment_DataId_23AE028C: '${azapi_resource.environment_A2E95CAF.id}' } });
  });

  test('asks nothing of the environment unless it is used', () => {
    expect(synthesize(stack => void container(stack)).data).toBeUndefined();
  });

  test('is an expression for functions of Terraform', () => {
    const { output } = synthesize(stack => {
      new TerraformOutput(stack, 'o', { value: Fn.upper(interpreter(stack).poolManagementEndpoint), staticId: true });
    });
    expect(output.o.value).toBe(`\${upper("${COMPUTED}")}`);
  });

  const PUBLIC: Array<[string, AzapiProviderConfig]> = [
    ['nothing', {}],
    ['the public cloud', { environment: 'public' }],
  ];

  test.each(PUBLIC)('is computed where the provider says %s, also where it is defined last', (_, config) => {
    expect(endpointWith(stack => void new AzapiProvider(stack, 'azapi', config))[0]).toBe(COMPUTED);
    expect(endpointWith(stack => void new GeneratedProvider(stack, { ...config, endpoint: [] }))[0]).toBe(COMPUTED);
    const last = synthesize(stack => {
      new TerraformOutput(stack, 'o', { value: interpreter(stack).poolManagementEndpoint, staticId: true });
      new AzapiProvider(stack, 'azapi', config);
    });
    expect(last.output.o.value).toBe(COMPUTED);
  });

  const OTHERS: Array<[string, (stack: TerraformStack) => { provider?: TerraformProvider } | void]> = [
    ['the default provider is for another cloud', stack => void new AzapiProvider(stack, 'azapi', { environment: 'china' })],
    [
      'the cloud is known later',
      stack => void new AzapiProvider(stack, 'azapi', { environment: new TerraformVariable(stack, 'cloud', {}).stringValue }),
    ],
    [
      'the endpoints are those of a private cloud',
      stack => void new AzapiProvider(stack, 'azapi', { endpoint: { resourceManagerEndpoint: 'https://arm' } }),
    ],
    ['a generated provider is for another cloud', stack => void new GeneratedProvider(stack, { environment: 'usgovernment' })],
    ['a generated provider is for a private cloud', stack => void new GeneratedProvider(stack, { endpoint: [{}] })],
    ['an override says so', stack => new AzapiProvider(stack, 'azapi', {}).addOverride('environment', 'usgovernment')],
    [
      'the provider of the pool is for another cloud',
      stack => {
        new AzapiProvider(stack, 'azapi', {});
        return { provider: new AzapiProvider(stack, 'other', { alias: 'other', environment: 'usgovernment' }) };
      },
    ],
  ];

  test.each(OTHERS)('is read, and not compared, where %s', (_, define) => {
    expect(endpointWith(define)).toStrictEqual([READ, []]);
  });

  test('is read where the provider is defined after the pool', () => {
    const { output } = synthesize(stack => {
      new TerraformOutput(stack, 'o', { value: interpreter(stack).poolManagementEndpoint, staticId: true });
      new AzapiProvider(stack, 'azapi', { environment: 'china' });
    });
    expect(output.o.value).toBe(READ);
  });

  test('is computed where only another provider than that of the pool is for another cloud', () => {
    expect(
      endpointWith(stack => {
        new AzapiProvider(stack, 'other', { alias: 'other', environment: 'china' });
        return { provider: new AzapiProvider(stack, 'mine', { alias: 'mine' }) };
      })[0],
    ).toBe(COMPUTED);
  });

  function imported(config: AzapiProviderConfig): Configuration {
    return synthesize(stack => {
      new AzapiProvider(stack, 'azapi', config);
      const pool = SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, location: 'westus2' });
      new TerraformOutput(stack, 'o', { value: pool.poolManagementEndpoint, staticId: true });
    });
  }

  test('of an imported pool follows from its region in the public cloud only', () => {
    expect(imported({}).data).toBeUndefined();
    expect(imported({ environment: 'china' }).output.o.value).toBe(
      '${data.azapi_resource.pool_Data_EC1AC182.output.properties.poolManagementEndpoint}',
    );
  });

  test('of an imported pool whose ID is that of a resource is read through a local value', () => {
    const { data, ...rest } = synthesize(stack => {
      const id = new TerraformVariable(stack, 'id', {}).stringValue;
      new TerraformOutput(stack, 'o', { value: SessionPool.fromSessionPoolId(stack, 'pool', id).poolManagementEndpoint });
    });
    expect(data.azapi_resource).toMatchObject({ pool_Data_EC1AC182: { resource_id: '${local.pool_DataId_B6D14645}' } });
    expect(rest).toMatchObject({ locals: { pool_DataId_B6D14645: '${var.id}' } });
  });

  test('makes another stack depend on that of the pool and computes it there', () => {
    const app = testApp();
    const [platform, agents] = [new TerraformStack(app, 'platform'), new TerraformStack(app, 'agents')];
    new TerraformOutput(agents, 'o', { value: interpreter(platform).poolManagementEndpoint, staticId: true });
    agents.prepareStack();
    expect(agents.dependsOn(platform)).toBe(true);
    expect(parse(agents).output.o.value).toMatch(
      /^https:\/\/\$\{lower\(replace\("\$\{data\.terraform_remote_state\..*location\}", " ", ""\)\)\}\.dynamicsessions\.io\/.*name\}$/,
    );
  });
});
