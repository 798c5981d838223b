import type { TerraformStack } from 'cdktf';

const APPENDICES = new WeakMap<TerraformStack, Map<string, () => string>>();

/**
 * Puts text at the end of the HCL of a stack, once for each name: cdktf's renderer leaves out every block that it does not know. It is asked for
 * after all elements have been rendered.
 */
export function appendToHcl(stack: TerraformStack, name: string, text: () => string): void {
  const appendices = APPENDICES.get(stack) ?? wrapRendering(stack);
  if (!appendices.has(name)) {
    appendices.set(name, text);
  }
}

function wrapRendering(stack: TerraformStack): Map<string, () => string> {
  const appendices = new Map<string, () => string>();
  APPENDICES.set(stack, appendices);
  const render = stack.toHclTerraform.bind(stack);
  stack.toHclTerraform = () => {
    const { hcl, metadata } = render();
    const texts = [...appendices.values()].map(text => text()).filter(text => text !== '');
    return { hcl: [hcl, ...texts].join('\n\n'), metadata };
  };
  return appendices;
}
