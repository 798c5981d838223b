import { createHash } from 'node:crypto';
import type { IConstruct } from 'constructs';

/** A name made from the path: stable, unique in the app, free of hyphens and short enough for the Azure CLI. */
export function generatedName(construct: IConstruct): string {
  const readable = construct.node.path
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
    .replace(/^[0-9]+/, '');
  return `${readable.slice(0, 24) || 'pool'}${construct.node.addr.slice(-8)}`;
}

/** A GUID, which ARM wants for the names of queries and workbooks. The same text makes the same one. */
export function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
