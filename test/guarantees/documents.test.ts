import { DOCUMENTS, readDocument } from '../support/documents';

test.each(Object.entries(DOCUMENTS))('docs/%s is what the code says: npx projen docs', (file, produce) => {
  expect(readDocument(file)).toBe(produce());
});
