import type { LocalArm } from '../../arm/local-arm';

/** Puts the environment of an example into Azure that azurerm would define: what stands in for azurerm defines nothing there. Its ID. */
export function putEnvironmentOf(example: string, arm: LocalArm): string | undefined {
  if (example !== 'custom-container') {
    return undefined;
  }
  const id = `${arm.resourceGroupId('my-resource-group')}/providers/Microsoft.App/managedEnvironments/my-environment`;
  const workloadProfiles = [{ name: 'Consumption', workloadProfileType: 'Consumption' }];
  arm.put(id, '2026-01-01', { location: 'westus2', properties: { workloadProfiles } });
  return id;
}
