import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { CustomContainerPoolProps } from '../../lib';
import { RegistryCredentials, SessionIdentity } from '../../lib';
import { failuresOf } from '../support/failures';
import { container, RESOURCE_GROUP_ID } from '../support/fixtures';
import type { SynthesizedResource } from '../support/synth';
import { parse, synthesize, synthesizeResource, testApp, warningsOf } from '../support/synth';

const idOf = (name: string) => `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;
const [A, B] = [idOf('a'), idOf('b')];

function poolWith(...identities: SessionIdentity[]): SynthesizedResource {
  return synthesizeResource(stack => container(stack, { identities }));
}

function puller(stack: TerraformStack, id = 'puller'): UserAssignedIdentity {
  return new UserAssignedIdentity(stack, id, { name: 'puller', resourceGroupName: 'rg', location: 'westus2' });
}

describe('SessionIdentity', () => {
  const RENDERED: Array<[SessionIdentity[], object, object[]]> = [
    [[SessionIdentity.userAssigned(A)], { type: 'UserAssigned', identity_ids: [A] }, [{ identity: A, lifecycle: 'None' }]],
    [[SessionIdentity.userAssigned(A, {})], { type: 'UserAssigned', identity_ids: [A] }, [{ identity: A, lifecycle: 'None' }]],
    [[SessionIdentity.systemAssigned()], { type: 'SystemAssigned' }, [{ identity: 'system', lifecycle: 'None' }]],
    [
      [SessionIdentity.systemAssigned({ availableInSessions: true })],
      { type: 'SystemAssigned' },
      [{ identity: 'system', lifecycle: 'Main' }],
    ],
    [
      [SessionIdentity.userAssigned(B, { availableInSessions: true }), SessionIdentity.systemAssigned(), SessionIdentity.userAssigned(A)],
      { type: 'SystemAssigned, UserAssigned', identity_ids: [B, A] },
      [
        { identity: B, lifecycle: 'Main' },
        { identity: 'system', lifecycle: 'None' },
        { identity: A, lifecycle: 'None' },
      ],
    ],
  ];

  test.each(RENDERED)('renders %j with one explicit setting for each, in the order given', (identities, identity, settings) => {
    const resource = poolWith(...identities);
    expect(resource.identity).toStrictEqual(identity);
    expect(resource.body.properties.managedIdentitySettings).toStrictEqual(settings);
    expect(resource.list_unique_id_property).not.toHaveProperty(['properties.managedIdentitySettings']);
  });

  test('is an empty list where there is none, so that one from elsewhere is seen', () => {
    const resource = poolWith();
    expect(resource.body.properties.managedIdentitySettings).toStrictEqual([]);
    expect(resource).not.toHaveProperty('identity');
  });

  test('is decided by terraform where it is known only later', () => {
    expect(
      synthesizeResource(stack =>
        container(stack, {
          identities: [SessionIdentity.userAssigned(A, { availableInSessions: new TerraformVariable(stack, 'flag', {}).booleanValue })],
        }),
      ).body.properties.managedIdentitySettings,
    ).toStrictEqual([{ identity: A, lifecycle: '${"${var.flag}" ? "Main" : "None"}' }]);
  });

  const FORM =
    "have the form '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name>'";
  const GIVEN = 'must be given: use SessionIdentity.systemAssigned or SessionIdentity.userAssigned';
  const INVALID: Array<[unknown, string[]]> = [
    [[SessionIdentity.userAssigned('a')], [`identities[0] must ${FORM}, got 'a'`]],
    [
      [SessionIdentity.userAssigned(''), SessionIdentity.userAssigned('System')],
      [`identities[0] must ${FORM}, got ''`, `identities[1] must ${FORM}, got 'System'`],
    ],
    [
      [SessionIdentity.userAssigned(undefined as never), undefined, null],
      ['identities[0] must be given: the ARM ID of a user-assigned identity', `identities[1] ${GIVEN}`, `identities[2] ${GIVEN}`],
    ],
    [
      [SessionIdentity.userAssigned(A, { availableInSessions: 'no' as never })],
      ["identities[0].availableInSessions must be true or false, got 'no'"],
    ],
    [[SessionIdentity.systemAssigned(), SessionIdentity.systemAssigned()], ["identities must have each identity once, got 'system' again"]],
    [
      [SessionIdentity.userAssigned(idOf('a')), SessionIdentity.userAssigned(idOf('A'))],
      [`identities must have each identity once, got '${idOf('A')}' again`],
    ],
  ];

  test.each(INVALID)('refuses %j', (identities, failures) => {
    expect(failuresOf(stack => container(stack, { identities: identities as never }))).toStrictEqual(failures);
  });

  test('recognizes an identity that is given twice as an attribute', () => {
    expect(
      failuresOf(stack => {
        const identity = puller(stack);
        const [one, two] = [identity.id, identity.id];
        expect(one).not.toBe(two);
        container(stack, { identities: [SessionIdentity.userAssigned(one), SessionIdentity.userAssigned(two)] });
      }),
    ).toStrictEqual(['identities must have each identity once, got one again']);
  });

  test('tells identities apart whose addresses differ by casing', () => {
    expect(
      failuresOf(stack =>
        container(stack, {
          identities: ['Puller', 'puller'].map(id => SessionIdentity.userAssigned(puller(stack, id).id)),
        }),
      ),
    ).toStrictEqual([]);
  });

  test('tells identities of different stacks apart that have the same address', () => {
    const app = testApp();
    const [one, two, three] = ['one', 'two', 'three'].map(id => new TerraformStack(app, id));
    const identities = [one, two].map(stack => puller(stack)).map(({ id }) => SessionIdentity.userAssigned(id));
    expect(() => container(three, { identities })).not.toThrow();
    expect(() => container(one, { identities })).not.toThrow();
    expect(() =>
      container(two, {
        identities: [...identities, SessionIdentity.userAssigned((one.node.findChild('puller') as UserAssignedIdentity).id)],
      }),
    ).toThrow('identities must have each identity once, got one again');
  });

  test('in sessions is a warning', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const flag = new TerraformVariable(stack, 'flag', {}).booleanValue;
    const identities = [
      SessionIdentity.userAssigned(A),
      SessionIdentity.userAssigned(B, { availableInSessions: true }),
      SessionIdentity.systemAssigned({ availableInSessions: flag }),
    ];
    const pool = container(stack, { identities });
    const quiet = container(
      stack,
      { identities, acknowledgements: [{ id: 'identity-in-sessions', reason: 'it may read one blob' }] },
      'quiet',
    );
    parse(stack);
    expect(warningsOf(pool)).toStrictEqual(
      [1, 2].map(
        index =>
          `[identity-in-sessions] identities[${index}] is available in sessions: code that is not trusted can do whatever the identity may`,
      ),
    );
    expect(warningsOf(quiet)).toStrictEqual([]);
  });

  test('belongs to custom container pools, in the api version that has it', () => {
    expect(
      Object.values(synthesize(stack => container(stack, { identities: [SessionIdentity.userAssigned(A)] })).resource.azapi_resource)[0]
        .type,
    ).toBe('Microsoft.App/sessionPools@2026-07-01');
  });

  describe('of the pool itself', () => {
    const registryCredentials = RegistryCredentials.fromSystemAssignedIdentity({ server: 'registry.azurecr.io' });

    test.each<[string, Partial<CustomContainerPoolProps>]>([
      ['is assigned', { identities: [SessionIdentity.systemAssigned()] }],
      ['is assigned among others', { identities: [SessionIdentity.userAssigned(A), SessionIdentity.systemAssigned()] }],
      ['pulls the image', { registryCredentials }],
    ])('has an object ID where it %s', (_title, props) => {
      const { output } = synthesize(stack => {
        new TerraformOutput(stack, 'o', { value: container(stack, props).systemAssignedPrincipalId, staticId: true });
      });
      expect(output.o.value).toBe('${azapi_resource.pool_056F3F7E.identity[0].principal_id}');
    });

    test('has an object ID in other stacks', () => {
      const app = testApp();
      const [pools, others] = ['pools', 'others'].map(id => new TerraformStack(app, id));
      const { systemAssignedPrincipalId } = container(pools, { identities: [SessionIdentity.systemAssigned()] });
      new TerraformOutput(others, 'o', { value: systemAssignedPrincipalId, staticId: true });
      [pools, others].forEach(stack => stack.prepareStack());
      const [[id, { value }]] = Object.entries(parse(pools).output);
      expect(value).toBe('${azapi_resource.pool_056F3F7E.identity[0].principal_id}');
      expect(parse(others).output.o.value).toBe(`\${data.terraform_remote_state.cross-stack-reference-input-pools.outputs.${id}}`);
    });

    test.each<[string, Partial<CustomContainerPoolProps>]>([
      ['no identity', {}],
      ['user-assigned identities only', { identities: [SessionIdentity.userAssigned(A)] }],
    ])('has no object ID in a pool with %s', (_title, props) => {
      synthesize(stack => {
        const pool = container(stack, props);
        expect(() => pool.systemAssignedPrincipalId).toThrow(
          new Error(
            "CustomContainerPool at 'stack/pool' is not valid:\n  - identities must have a system-assigned identity for systemAssignedPrincipalId: add SessionIdentity.systemAssigned()",
          ),
        );
      });
    });
  });
});
