/** The text that a Terraform template stands for. It must be literal: no expression but text in quotes. */
export function evaluate(template: string): string {
  return template.replace(/(\$\$|%%)\{|\$\{"([^"\\]*)"\}|[$%]\{/g, (piece, escaped?: string, quoted?: string) => {
    if (escaped === undefined && quoted === undefined) {
      throw new Error(`not literal: ${template.slice(0, 200)}`);
    }
    return quoted ?? piece.slice(1);
  });
}
