import { TerraformStack } from 'cdktf';
import type { ImagePullRole, UserAssignedIdentityRegistryOptions } from '../../lib';
import { ImagePullGrant } from '../../lib';
import { failuresOf } from '../support/failures';
import { container } from '../support/fixtures';
import { assignmentsOf, credentials, OTHER_IDENTITY, REGISTRY } from '../support/pull-grants';
import { OTHER } from '../support/role-assignments';
import { parse, testApp } from '../support/synth';

describe('AcrPull', () => {
  test('that exists already is imported, and kept from being destroyed', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const pullGrant = ImagePullGrant.assign({ adoptExisting: OTHER, preventDestroy: true });
    container(stack, { registryCredentials: credentials({ pullGrant }) });
    const { import: imports, terraform } = parse(stack);
    const [[, { name, lifecycle }]] = assignmentsOf(stack);
    expect({ name, lifecycle, imports, version: terraform.required_version }).toStrictEqual({
      name: OTHER,
      lifecycle: { prevent_destroy: true },
      imports: [
        {
          id: `${REGISTRY}/providers/Microsoft.Authorization/roleAssignments/${OTHER}?api-version=2022-04-01`,
          to: 'azapi_resource.SessionPools_AcrPull_registry_puller',
        },
      ],
      version: '>= 1.5.0',
    });
  });

  test.each<[string, Partial<UserAssignedIdentityRegistryOptions>, string]>([
    [
      'a grant without a registry',
      { registryId: undefined, identityPrincipalId: undefined, pullGrant: ImagePullGrant.assign() },
      'registryCredentials.registryId must be given with pullGrant: the role is granted on it',
    ],
    [
      'something else than a grant',
      { pullGrant: { id: 'x' } as unknown as ImagePullGrant },
      'registryCredentials.pullGrant must be an ImagePullGrant, got an object: use ImagePullGrant.assign or ImagePullGrant.none',
    ],
    [
      'an id with a space',
      { pullGrant: ImagePullGrant.assign({ id: 'a b' }) },
      "registryCredentials.pullGrant.id must be 1 to 64 letters, digits, hyphens and underscores, got 'a b'",
    ],
    [
      'a role by its name',
      { pullGrant: ImagePullGrant.assign({ role: 'AcrPull' as ImagePullRole }) },
      "registryCredentials.pullGrant.role must be a constant of ImagePullRole, got 'AcrPull'",
    ],
    [
      'a role assignment on another registry',
      { pullGrant: ImagePullGrant.assign({ adoptExisting: `${REGISTRY}2/providers/Microsoft.Authorization/roleAssignments/${OTHER}` }) },
      `registryCredentials.pullGrant.adoptExisting must be on '${REGISTRY}' itself, got a role assignment on '${REGISTRY}2'`,
    ],
  ])('refuses %s', (_title, options, message) => {
    expect(failuresOf(stack => container(stack, { registryCredentials: credentials(options) }))).toStrictEqual([message]);
  });

  test.each<[string, Partial<UserAssignedIdentityRegistryOptions>, string]>([
    [
      'an id that another identity has',
      { pullGrant: ImagePullGrant.assign({ id: 'shared' }), identityId: OTHER_IDENTITY, identityPrincipalId: OTHER },
      'registryCredentials.pullGrant.id must be another one for each registry and identity, got one that another pool has',
    ],
    [
      'another role assignment for the same identity',
      { pullGrant: ImagePullGrant.assign({ id: 'shared', adoptExisting: OTHER }) },
      'registryCredentials: adoptExisting and preventDestroy must be the same wherever the same role is granted to the same principal, ' +
        'got others than for azapi_resource.SessionPools_AcrPull_shared',
    ],
  ])('refuses %s, and leaves nothing of the pool behind', (_title, options, message) => {
    expect(
      failuresOf(stack => {
        container(stack, { registryCredentials: credentials({ pullGrant: ImagePullGrant.assign({ id: 'shared' }) }) }, 'first');
        container(stack, { registryCredentials: credentials(options) }, 'second');
      }),
    ).toStrictEqual([message]);
  });
});
