/** Where the run deploys to. */
export interface Settings {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly location: string;
  /** What the names of everything that is deployed end with. */
  readonly suffix: string;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const VARIABLES: ReadonlyArray<[name: string, what: string, isValid: (value: string) => boolean]> = [
  ['AZURE_TEST_SUBSCRIPTION_ID', 'the ID of a subscription of your own', value => GUID.test(value)],
  [
    'AZURE_TEST_RESOURCE_GROUP',
    'the name of a resource group in it, which exists and in which the run may create and delete',
    value => /^[\p{L}\p{N}._()-]{1,90}$/u.test(value),
  ],
];

/** The settings in the environment, or what is wrong with it. */
export function readSettings(environment: NodeJS.ProcessEnv, suffix: string): Settings | { readonly refusal: string } {
  const wrong = VARIABLES.filter(([name, , isValid]) => !isValid(environment[name] ?? ''));
  if (wrong.length > 0) {
    return {
      refusal: [
        'Nothing was deployed. `npm run test:azure` deploys to Azure, which costs less than one euro, and needs:',
        ...wrong.map(([name, what]) => `  - ${name}: ${what}${environment[name] ? ', got something else' : ''}`),
        'It logs in as azapi does: with `az login`, or with ARM_TENANT_ID, ARM_CLIENT_ID and a secret or OIDC.',
        'AZURE_TEST_LOCATION is the region, westus2 if it is not set.',
      ].join('\n'),
    };
  }
  return {
    subscriptionId: environment.AZURE_TEST_SUBSCRIPTION_ID!,
    resourceGroup: environment.AZURE_TEST_RESOURCE_GROUP!,
    location: environment.AZURE_TEST_LOCATION ?? 'westus2',
    suffix,
  };
}
