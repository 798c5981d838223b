import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TerraformStack, Testing } from 'cdktf';
import type { CustomContainerPoolProps } from '../../lib';
import { AzapiProvider, RegistryCredentials, SessionPoolEnvironment } from '../../lib';
import { asList, asObject } from '../arm/json';
import { LocalArm } from '../arm/local-arm';
import { putBody } from '../support/azapi-body';
import { failuresOf } from '../support/failures';
import { container, ENVIRONMENT_ID, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import type { SynthesizedResource } from '../support/synth';
import { parse, synthesize, synthesizeResource, testApp } from '../support/synth';
import { describeWithProviders, temporaryDirectory, TERRAFORM_ENVIRONMENT } from '../support/terraform';

const IMAGE = 'body.properties.customContainerTemplate.containers[0].image';

describe('a pool', () => {
  test.each([undefined, false])('can be destroyed, is created and has its image unless it says otherwise: %j', value => {
    const {
      resource: { azapi_resource: resources },
      import: imports,
    } = synthesize(stack => {
      container(stack, { preventDestroy: value, adoptExisting: value, ignoreImage: value });
      interpreter(stack, { preventDestroy: value, adoptExisting: value }, 'interpreter');
    });
    expect(Object.values(resources).map(({ lifecycle }) => lifecycle)).toStrictEqual([undefined, undefined]);
    expect(imports).toBeUndefined();
  });

  test('can be kept from being destroyed', () => {
    expect(synthesizeResource(stack => interpreter(stack, { preventDestroy: true })).lifecycle).toMatchObject({ prevent_destroy: true });
  });

  test('can leave its image to another pipeline', () => {
    expect(synthesizeResource(stack => container(stack, { ignoreImage: true })).lifecycle).toMatchObject({ ignore_changes: [IMAGE] });
  });

  test('can adopt the one that is there, at the api version that it has', () => {
    const { import: imports, resource } = synthesize(stack => {
      const provider = new AzapiProvider(stack, 'azapi', { alias: 'other' });
      interpreter(stack, { adoptExisting: true, sessionPoolName: 'pool1', provider });
    });
    expect(imports).toStrictEqual([
      {
        provider: 'azapi.other',
        to: `azapi_resource.${Object.keys(resource.azapi_resource)[0]}`,
        id: `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/pool1?api-version=2026-01-01`,
      },
    ]);
  });

  test.each(['preventDestroy', 'adoptExisting', 'ignoreImage'])('is refused where %s is not true or false', prop => {
    expect(failuresOf(stack => container(stack, { [prop]: 'yes' }))).toStrictEqual([`${prop} must be true or false, got 'yes'`]);
    expect(failuresOf(stack => container(stack, { [prop]: new AzapiProvider(stack, 'azapi').fqn }))).toHaveLength(1);
  });
});

describeWithProviders(['azapi'], 'terraform', () => {
  let arm: LocalArm;

  beforeAll(async () => {
    arm = await LocalArm.start();
  });

  afterAll(async () => arm.stop());

  /** The server runs in this process: terraform must not block it. */
  function run(directory: string, ...args: string[]): Promise<{ readonly status: number | null; readonly output: string }> {
    const terraform = spawn('terraform', args, { cwd: directory, env: { ...TERRAFORM_ENVIRONMENT, ...arm.environment() } });
    let output = '';
    [terraform.stdout, terraform.stderr].forEach(stream => stream.on('data', (chunk: Buffer) => (output += chunk.toString())));
    return new Promise(resolve => terraform.on('close', status => resolve({ status, output })));
  }

  function write(
    directory: string,
    props: Partial<CustomContainerPoolProps>,
    identityPrincipalId = '11111111-2222-3333-4444-555555555555',
  ): SynthesizedResource {
    const stack = new TerraformStack(testApp(), 'stack');
    new AzapiProvider(stack, 'azapi');
    const here = (id: string) => id.replace(RESOURCE_GROUP_ID, arm.resourceGroupId());
    const idOf = (type: string, name: string) => `${arm.resourceGroupId()}/providers/${type}/${name}`;
    container(stack, {
      resourceGroupId: arm.resourceGroupId(),
      sessionPoolName: 'pool1',
      environment: SessionPoolEnvironment.fromEnvironmentId(stack, 'environment', here(ENVIRONMENT_ID)),
      registryCredentials: RegistryCredentials.fromUserAssignedIdentity({
        server: 'registry.azurecr.io',
        identityId: idOf('Microsoft.ManagedIdentity/userAssignedIdentities', 'puller'),
        identityPrincipalId,
        registryId: idOf('Microsoft.ContainerRegistry/registries', 'registry'),
      }),
      ignoreImage: true,
      preventDestroy: true,
      ...props,
    });
    writeFileSync(join(directory, 'cdk.tf.json'), Testing.synth(stack));
    return Object.values(parse(stack).resource.azapi_resource).find(({ name }) => name === 'pool1')!;
  }

  function imageIn(body: unknown): unknown {
    return asObject(asList(asObject(asObject(asObject(body as never).properties).customContainerTemplate).containers)[0]).image;
  }

  test('adopts an orphan, leaves a rolled image alone, replaces a role assignment and refuses to destroy the pool', async () => {
    const directory = temporaryDirectory();
    const id = `${arm.resourceGroupId()}/providers/Microsoft.App/sessionPools/pool1`;
    arm.put(`${arm.resourceGroupId()}/providers/Microsoft.App/managedEnvironments/env`, '2026-01-01', {
      location: 'westus2',
      properties: { workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }] },
    });

    const orphan = write(directory, { adoptExisting: true });
    arm.put(id, '2026-07-01', putBody(orphan));
    await run(directory, 'init', '-input=false');
    expect(await run(directory, 'apply', '-auto-approve')).toMatchObject({
      status: 0,
      output: expect.stringContaining('1 imported, 1 added') as string,
    });

    write(directory, { image: 'registry.azurecr.io/app:2.0' });
    expect(await run(directory, 'plan')).toMatchObject({ status: 0, output: expect.stringContaining('No changes.') as string });

    arm.mutate(id, body => {
      (asList(asObject(asObject(body.properties).customContainerTemplate).containers)[0] as { image: string }).image =
        'registry.azurecr.io/app:3.0';
    });
    write(directory, { image: 'registry.azurecr.io/app:2.0', maxConcurrentSessions: 20 }, '99999999-2222-3333-4444-555555555555');
    expect(await run(directory, 'apply', '-auto-approve')).toMatchObject({
      status: 0,
      output: expect.stringContaining('1 added, 1 changed, 1 destroyed') as string,
    });
    expect(arm.resource(id)?.body.properties).toMatchObject({ scaleConfiguration: { maxConcurrentSessions: 20 } });
    expect(imageIn(arm.resource(id)?.body)).toBe('registry.azurecr.io/app:3.0');

    expect(await run(directory, 'plan', '-destroy')).toMatchObject({
      status: 1,
      output: expect.stringContaining('prevent_destroy') as string,
    });
  }, 120_000);
});
