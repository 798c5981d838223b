import { Fn } from 'cdktf';
import { TerraformExpression } from '../../lib';
import { ValidationError } from '../../lib/errors';

const MESSAGE = "expression must be a Terraform expression without '${' and '}', such as 'upper(var.name)', got";

test.each([
  ['', "''"],
  [' ', "' '"],
  ['${var.name}', "'${var.name}'"],
  [' %{ if true }a%{ endif }', "' %{ if true }a%{ endif }'"],
  [undefined, 'a value of type undefined'],
  [5, 'a value of type number'],
])('%j is no expression', (expression, got) => {
  expect(() => TerraformExpression.raw(expression as string)).toThrow(
    new ValidationError('TerraformExpression', undefined, [`${MESSAGE} ${got}`]),
  );
});

test.each(['upper(var.name)', '"a${var.name}"', Fn.upper('a')])('%j is an expression', expression => {
  expect(() => TerraformExpression.raw(expression)).not.toThrow();
});
