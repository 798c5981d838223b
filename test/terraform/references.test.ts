import { ContainerAppEnvironment } from '@cdktf/provider-azurerm/lib/container-app-environment';
import { DataAzurermContainerAppEnvironment } from '@cdktf/provider-azurerm/lib/data-azurerm-container-app-environment';
import { Fn, TerraformStack, TerraformVariable } from 'cdktf';
import { AzapiResource, TerraformExpression } from '../../lib';
import { expressionOf, replacedWith } from '../../lib/terraform/references';
import { testApp } from '../support/synth';

const azurerm = (stack: TerraformStack) =>
  new ContainerAppEnvironment(stack, 'env', { name: 'env', location: 'westus2', resourceGroupName: 'rg' });

function triggerOf(idOf: (stack: TerraformStack, other: TerraformStack) => string): unknown {
  const app = testApp();
  const [stack, other] = [new TerraformStack(app, 'stack'), new TerraformStack(app, 'other')];
  return expressionOf(stack, replacedWith(stack, idOf(stack, other)));
}

describe('a resource that cannot outlive another', () => {
  test.each<[string, (stack: TerraformStack) => string, string]>([
    ['of azurerm', stack => azurerm(stack).id, 'azurerm_container_app_environment.env.id'],
    ['of azapi', stack => new AzapiResource(stack, 'env', { type: 'A.B/c@2025-01-01' }).id, 'azapi_resource.env.id'],
    [
      'that an expression refers to',
      stack => {
        azurerm(stack);
        return TerraformExpression.raw('azurerm_container_app_environment.env.id');
      },
      'azurerm_container_app_environment.env.id',
    ],
    ['whose ID an expression changes', stack => Fn.lower(azurerm(stack).id), 'azurerm_container_app_environment.env.id'],
    [
      'whose name is a part of the ID',
      stack => `/subscriptions/x/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/${azurerm(stack).name}`,
      'azurerm_container_app_environment.env.id',
    ],
    [
      'whose name is changed after the reference',
      stack => {
        const id = TerraformExpression.raw('azurerm_container_app_environment.mine.id');
        azurerm(stack).overrideLogicalId('mine');
        return id;
      },
      'azurerm_container_app_environment.mine.id',
    ],
  ])('is replaced together with one %s', (_, idOf, trigger) => {
    expect(triggerOf(idOf)).toStrictEqual([trigger]);
  });

  test.each<[string, (stack: TerraformStack, other: TerraformStack) => string]>([
    ['a literal', () => '/subscriptions/x'],
    ['a variable', stack => new TerraformVariable(stack, 'id', {}).stringValue],
    ['a data source', stack => new DataAzurermContainerAppEnvironment(stack, 'env', { name: 'env', resourceGroupName: 'rg' }).id],
    ['a resource of another stack', (_, other) => azurerm(other).id],
    ['a resource that nobody defines', () => TerraformExpression.raw('azurerm_container_app_environment.env.id')],
    ['text that looks like a reference', stack => `${new TerraformVariable(stack, 'id', {}).stringValue}/azurerm_x.env.id`],
  ])('is not replaced with what is %s', (_, idOf) => {
    expect(triggerOf(idOf)).toBeUndefined();
  });

  test('leaves the names of other resources open until the stack is synthesized', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const other = new AzapiResource(stack, 'other', { type: 'A.B/c@2025-01-01' });
    const trigger = replacedWith(stack, azurerm(stack).id);
    expect(() => other.overrideLogicalId('mine')).not.toThrow();
    expect(expressionOf(stack, trigger)).toStrictEqual(['azurerm_container_app_environment.env.id']);
    expect(other.friendlyUniqueId).toBe('mine');
  });
});
