import { readConfiguration, synthesizeExamples, valueOfVariable } from '../support/examples';
import { describeWithProviders, terraformSucceeds } from '../support/terraform';

const stacks = synthesizeExamples();

/** Whether a plan reads something that exists only once something else is deployed. */
function readsWhenPlanning(directory: string): boolean {
  const { data, ephemeral } = readConfiguration(directory);
  return data !== undefined || ephemeral !== undefined;
}

/* What is deployed to the stand-in has its azurerm resources replaced: here they are the real ones, as far as Terraform goes without Azure. */
describeWithProviders(['azapi', 'azurerm'], 'terraform with azapi and azurerm', () => {
  test.each(stacks.filter(([, , directory]) => 'azurerm' in readConfiguration(directory).provider))(
    'accepts %s/%s',
    (_example, _stack, directory) => {
      terraformSucceeds(directory, 'init', '-input=false');
      if (readsWhenPlanning(directory)) {
        terraformSucceeds(directory, 'validate');
      } else {
        const variables = Object.keys(readConfiguration(directory).variable ?? {}).map(name => `-var=${name}=${valueOfVariable(name)}`);
        expect(terraformSucceeds(directory, 'plan', '-input=false', ...variables)).toMatch(/Plan: \d+ to add, 0 to change, 0 to destroy/);
      }
    },
  );
});
