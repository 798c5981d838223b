import { delimiter, join } from 'node:path';

/**
 * The environment of terraform: no calls home, and credentials that nobody checks before something is created. The
 * azurerm provider wants a token even for a plan, which a stand-in for the Azure CLI gives it.
 */
export const TERRAFORM_ENVIRONMENT: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ARM_'))),
  PATH: `${join(__dirname, 'bin')}${delimiter}${process.env.PATH}`,
  ARM_SUBSCRIPTION_ID: '00000000-0000-0000-0000-000000000000',
  ARM_PROVIDER_ENHANCED_VALIDATION: 'false',
  ARM_RESOURCE_PROVIDER_REGISTRATIONS: 'none',
  CHECKPOINT_DISABLE: '1',
  TF_IN_AUTOMATION: '1',
  TF_CLI_ARGS: '-no-color',
};
