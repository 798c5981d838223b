import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzip } from '../../support/zip';

/** A text that a deployment leaves somewhere. */
export interface Artefact {
  readonly name: string;
  readonly text: string;
}

const LOCAL_FILE = 0x04034b50;

/** All files under a directory; a saved plan, which is an archive, file by file. */
export function artefactsIn(directory: string): Artefact[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map(name => join(directory, name))
    .filter(path => statSync(path).isFile())
    .flatMap(path => {
      const content = readFileSync(path);
      const name = basename(path);
      return content.length > 4 && content.readUInt32LE(0) === LOCAL_FILE
        ? unzip(content).map(entry => ({ name: `${name}/${entry.name}`, text: entry.content.toString('latin1') }))
        : [{ name, text: content.toString('latin1') }];
    });
}

/** The names of the artefacts that hold a secret in one of the forms in which it could be written down. */
export function holding(artefacts: readonly Artefact[], secrets: readonly string[]): string[] {
  const forms = secrets.flatMap(secret => [secret, encodeURIComponent(secret), ...base64Forms(secret)]);
  return artefacts.filter(({ text }) => forms.some(form => text.includes(form))).map(({ name }) => name);
}

/** Base64 of the secret within a longer text: at each of the three positions, without what depends on its neighbours. */
function base64Forms(secret: string): string[] {
  return [0, 1, 2].map(offset =>
    Buffer.from('x'.repeat(offset) + secret)
      .toString('base64')
      .replace(/=+$/, '')
      .slice(offset === 0 ? 0 : offset + 1, -1),
  );
}
