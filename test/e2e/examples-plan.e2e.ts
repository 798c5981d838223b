import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { CDKTF_EXAMPLES, readConfiguration, synthesizeExample } from '../support/examples';
import { describeWithProviders, terraformSucceeds } from '../support/terraform';

const stacks: Array<[example: string, stack: string, directory: string]> = CDKTF_EXAMPLES.flatMap(example =>
  Object.entries(synthesizeExample(example)).map(([stack, directory]) => [example, stack, directory] as [string, string, string]));

afterAll(() => stacks.forEach(([, , directory]) => rmSync(dirname(dirname(directory)), { recursive: true, force: true })));

const usesAzurerm = ([, , directory]: [string, string, string]) => 'azurerm' in readConfiguration(directory).provider;

/** Whether a plan reads something that exists only once something else is deployed. */
function readsWhenPlanning(directory: string): boolean {
  const { data, ephemeral } = readConfiguration(directory);
  return data !== undefined || ephemeral !== undefined;
}

function planSucceeds(_example: string, _stack: string, directory: string): void {
  terraformSucceeds(directory, 'init', '-input=false');
  if (readsWhenPlanning(directory)) {
    terraformSucceeds(directory, 'validate');
  } else {
    const variables = Object.keys(readConfiguration(directory).variable ?? {}).map(name => `-var=${name}=value`);
    expect(terraformSucceeds(directory, 'plan', '-input=false', ...variables)).toMatch(/Plan: \d+ to add, 0 to change, 0 to destroy/);
  }
}

describeWithProviders(['azapi'], 'terraform with azapi', () => {
  test.each(stacks.filter(each => !usesAzurerm(each)))('accepts %s/%s', planSucceeds);
});

describeWithProviders(['azapi', 'azurerm'], 'terraform with azapi and azurerm', () => {
  test.each(stacks.filter(usesAzurerm))('accepts %s/%s', planSucceeds);
});
