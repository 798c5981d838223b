import { readSettings } from './settings';

const GUID = '11111111-1111-4111-8111-111111111111';

test('settings are read from the environment', () => {
  expect(readSettings({ AZURE_TEST_SUBSCRIPTION_ID: GUID, AZURE_TEST_RESOURCE_GROUP: 'rg-größe' }, 't1')).toEqual({
    subscriptionId: GUID,
    resourceGroup: 'rg-größe',
    location: 'westus2',
    suffix: 't1',
  });
});

test('the region can be chosen', () => {
  const environment = { AZURE_TEST_SUBSCRIPTION_ID: GUID, AZURE_TEST_RESOURCE_GROUP: 'rg', AZURE_TEST_LOCATION: 'westeurope' };
  expect(readSettings(environment, 't1')).toMatchObject({ location: 'westeurope' });
});

const SUBSCRIPTION = '  - AZURE_TEST_SUBSCRIPTION_ID: the ID of a subscription of your own';
const GROUP = '  - AZURE_TEST_RESOURCE_GROUP: the name of a resource group in it, which exists and in which the run may create and delete';

test.each([
  [{}, [SUBSCRIPTION, GROUP]],
  [{ AZURE_TEST_SUBSCRIPTION_ID: GUID }, [GROUP]],
  [{ AZURE_TEST_RESOURCE_GROUP: 'rg' }, [SUBSCRIPTION]],
  [
    { AZURE_TEST_SUBSCRIPTION_ID: 'mine', AZURE_TEST_RESOURCE_GROUP: 'a/b' },
    [`${SUBSCRIPTION}, got something else`, `${GROUP}, got something else`],
  ],
])('%j is refused', (environment, wrong) => {
  expect(readSettings(environment, 't1')).toEqual({
    refusal: [
      'Nothing was deployed. `npm run test:azure` deploys to Azure, which costs less than one euro, and needs:',
      ...wrong,
      'It logs in as azapi does: with `az login`, or with ARM_TENANT_ID, ARM_CLIENT_ID and a secret or OIDC.',
      'AZURE_TEST_LOCATION is the region, westus2 if it is not set.',
    ].join('\n'),
  });
});
