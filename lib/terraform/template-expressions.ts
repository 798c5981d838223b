const ESCAPED = /\$\$\{|%%\{/g;

/** Whether text in a value is a template with an expression in it that Terraform evaluates. */
export function hasExpression(value: unknown): boolean {
  if (typeof value === 'string') {
    return /[$%]\{/.test(value.replace(ESCAPED, ''));
  }
  return typeof value === 'object' && value !== null && Object.values(value).some(hasExpression);
}

/** What a template without an expression stands for. */
export function unescapeTemplate(template: string): string {
  return template.replace(ESCAPED, escape => escape.slice(1));
}
