import { poolSettings } from '../../card';

export default poolSettings('dependsOn', {
  valid: [
    ['no dependencies', []],
    ['a dependency', [{ fqn: 'azurerm_resource_group.rg' }]],
  ],
  invalid: [],
});
