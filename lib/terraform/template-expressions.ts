const ESCAPED = /\$\$\{|%%\{/g;

/** Whether text in a value is a template with an expression in it that Terraform evaluates. */
export function hasExpression(value: unknown): boolean {
  if (typeof value === 'string') {
    return /[$%]\{/.test(value.replace(ESCAPED, ''));
  }
  return typeof value === 'object' && value !== null && Object.values(value).some(hasExpression);
}
