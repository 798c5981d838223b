import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** A text that a deployment leaves somewhere. */
export interface Artefact {
  readonly name: string;
  readonly text: string;
}

const LOCAL_FILE = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** All files under a directory; a saved plan, which is an archive, file by file. */
export function artefactsIn(directory: string): Artefact[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map(name => join(directory, name))
    .filter(path => statSync(path).isFile())
    .flatMap(path => {
      const content = readFileSync(path);
      const name = basename(path);
      return content.length > 4 && content.readUInt32LE(0) === LOCAL_FILE
        ? unzip(content).map(entry => ({ name: `${name}/${entry.name}`, text: entry.text }))
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
  return [0, 1, 2].map(offset => Buffer.from('x'.repeat(offset) + secret).toString('base64').replace(/=+$/, '').slice(offset === 0 ? 0 : offset + 1, -1));
}

function unzip(archive: Buffer): Artefact[] {
  const entries: Artefact[] = [];
  const start = Buffer.alloc(4);
  start.writeUInt32LE(DIRECTORY_ENTRY);
  for (let at = archive.indexOf(start); at >= 0; at = archive.indexOf(start, at + 1)) {
    const nameLength = archive.readUInt16LE(at + 28);
    const size = archive.readUInt32LE(at + 20);
    const local = archive.readUInt32LE(at + 42);
    const data = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = archive.subarray(data, data + size);
    const text = archive.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content);
    entries.push({ name: archive.toString('utf8', at + 46, at + 46 + nameLength), text: text.toString('latin1') });
  }
  return entries;
}
