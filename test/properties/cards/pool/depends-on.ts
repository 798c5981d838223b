import { poolSettings } from '../../card';

export default poolSettings('dependsOn', {
  valid: [
    ['no dependencies', []],
    ['a dependency', [{ fqn: 'azurerm_resource_group.rg' }]],
  ],
  invalid: [
    ['azurerm_resource_group.rg', "dependsOn must be a list, got 'azurerm_resource_group.rg'"],
    [['azurerm_resource_group.rg'], 'dependsOn[0] must be a resource or a construct with resources, got a string'],
    [[{}], 'dependsOn[0] must be a resource or a construct with resources, got an object'],
  ],
});
