import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiVersionsDocument } from './api-versions';

const DOCS = join(__dirname, '..', '..', '..', 'docs');

/** The documents that are generated as a whole, by file. */
export const DOCUMENTS: { readonly [file: string]: () => string } = {
  'api-versions.md': apiVersionsDocument,
};

/** A document as it is in the repository. */
export function readDocument(file: string): string {
  return readFileSync(join(DOCS, file), 'utf8');
}

if (require.main === module) {
  for (const [file, produce] of Object.entries(DOCUMENTS)) {
    writeFileSync(join(DOCS, file), produce());
  }
}
