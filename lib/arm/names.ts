import type { IConstruct } from 'constructs';

/** A name made from the path: stable, unique in the app, free of hyphens and short enough for the Azure CLI. */
export function generatedName(construct: IConstruct): string {
  const readable = construct.node.path
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
    .replace(/^[0-9]+/, '');
  return `${readable.slice(0, 24) || 'pool'}${construct.node.addr.slice(-8)}`;
}
