import type { TerraformProvider } from 'cdktf';
import { AzapiProvider } from '../../../../lib';
import { poolSettings } from '../../card';

export default poolSettings('provider', {
  valid: [['a provider with an alias', scope => new AzapiProvider(scope, 'provider', { alias: 'other' })]],
  invalid: [[{ terraformResourceType: 'azurerm' } as TerraformProvider, "provider must be an azapi provider, got 'azurerm'"]],
});
