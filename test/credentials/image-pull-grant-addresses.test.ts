import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { TerraformStack, TerraformVariable } from 'cdktf';
import type { RegistryCredentials } from '../../lib';
import { ImagePullGrant } from '../../lib';
import { container } from '../support/fixtures';
import {
  assignmentsFor,
  assignmentsOf,
  credentials,
  credentialsOfResources,
  IDENTITY,
  OTHER_IDENTITY,
  REGISTRY,
} from '../support/pull-grants';
import { OTHER } from '../support/role-assignments';
import { parse, testApp, warningsOf } from '../support/synth';

const addressesFor = (...all: RegistryCredentials[]) => assignmentsFor(...all).map(([id]) => id);

describe('AcrPull', () => {
  test('has an address made of the names of registry and identity, whatever pools there are', () => {
    const [one, other] = [credentials(), credentials({ identityId: OTHER_IDENTITY, identityPrincipalId: OTHER })];
    expect(addressesFor(one, other)).toStrictEqual(['SessionPools_AcrPull_registry_other', 'SessionPools_AcrPull_registry_puller']);
    expect(addressesFor(other, one)).toStrictEqual(addressesFor(one, other));
    expect(addressesFor(other)).toStrictEqual(['SessionPools_AcrPull_registry_other']);
  });

  test.each<[string, (stack: TerraformStack) => RegistryCredentials]>([
    ['literals', () => credentials()],
    ['literals in other casing', () => credentials({ registryId: REGISTRY.toUpperCase(), identityId: IDENTITY.toUpperCase() })],
    ['references', stack => credentialsOfResources(stack)],
    [
      'a variable for the principal',
      stack => credentials({ identityPrincipalId: new TerraformVariable(stack, 'principal', { type: 'string' }).stringValue }),
    ],
    [
      'text with a variable for the resource group',
      stack => {
        const group = new TerraformVariable(stack, 'group', { type: 'string' }).stringValue;
        return credentials({ registryId: `${group}/providers/Microsoft.ContainerRegistry/registries/registry` });
      },
    ],
  ])('has the same address for %s', (_title, make) => {
    const stack = new TerraformStack(testApp(), 'stack');
    container(stack, { registryCredentials: make(stack) });
    expect(assignmentsOf(stack).map(([id]) => id)).toStrictEqual(['SessionPools_AcrPull_registry_puller']);
  });

  test.each<[string, string, (stack: TerraformStack) => RegistryCredentials]>([
    ['SessionPools_AcrPull_shared', 'an id', () => credentials({ pullGrant: ImagePullGrant.assign({ id: 'shared' }) })],
    [
      'SessionPools_AcrPull_shared',
      'an id and variables',
      stack => {
        const value = new TerraformVariable(stack, 'value', { type: 'string' }).stringValue;
        return credentials({ registryId: value, identityId: value, pullGrant: ImagePullGrant.assign({ id: 'shared' }) });
      },
    ],
    [
      'SessionPools_AcrPull_var-registry-id_puller',
      'a variable for the registry',
      stack => credentials({ registryId: new TerraformVariable(stack, 'registry_id', { type: 'string' }).stringValue }),
    ],
  ])('has the address %s for %s', (address, _title, make) => {
    const stack = new TerraformStack(testApp(), 'stack');
    container(stack, { registryCredentials: make(stack) });
    expect(assignmentsOf(stack).map(([id]) => id)).toStrictEqual([address]);
  });

  test('leaves the logical IDs of the resources that it looks at open for overrides', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const bystander = new UserAssignedIdentity(stack, 'bystander', { name: 'bystander', resourceGroupName: 'rg', location: 'westus2' });
    container(stack, { registryCredentials: credentialsOfResources(stack) });
    bystander.overrideLogicalId('renamed');
    expect(Object.keys(parse(stack).resource.azurerm_user_assigned_identity)).toStrictEqual(['renamed', 'the-puller']);
  });

  test('warns of another registry or identity of the same name, which makes its address depend on the others', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    container(stack, { registryCredentials: credentials() }, 'one');
    const pool = container(stack, { registryCredentials: credentials({ identityPrincipalId: OTHER }) }, 'other');
    expect(assignmentsOf(stack).map(([id]) => id)).toStrictEqual([
      'SessionPools_AcrPull_registry_puller',
      expect.stringMatching(/^SessionPools_AcrPull_registry_puller_[0-9a-f]{8}$/),
    ]);
    expect(warningsOf(pool).filter(warning => warning.includes('pull-grant-address'))).toStrictEqual([
      '[pull-grant-address] the stack grants the role on another registry or to another identity of the same name: give each pullGrant an id, ' +
        "ImagePullGrant.assign({ id: 'one' }), so that its address in Terraform does not depend on the others",
    ]);
  });
});
