import { container } from '../support/fixtures';
import { MEGABYTES } from '../support/hostile-strings';
import { synthesizeResource } from '../support/synth';
import { evaluate } from '../support/template';

test.each(MEGABYTES.map(each => [each.slice(0, 16), each]))('a megabyte of %j is written and synthesized', (_, literal) => {
  const { body } = synthesizeResource(stack => container(stack, { args: [literal] }));
  const { customContainerTemplate } = body.properties as { customContainerTemplate: { containers: Array<{ args: string[] }> } };
  expect(evaluate(customContainerTemplate.containers[0].args[0]) === literal).toBe(true);
});
