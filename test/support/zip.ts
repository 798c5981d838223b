import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;

/** A file of an archive, without compression. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
}

/** The files of a zip archive, such as a plan file of terraform. */
export function unzip(archive: Buffer): ZipEntry[] {
  let end = archive.length - 22;
  while (archive.readUInt32LE(end) !== END) {
    end--;
  }
  const files: ZipEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  while (archive.readUInt32LE(at) === CENTRAL) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const name = archive.toString('utf8', at + 46, at + 46 + archive.readUInt16LE(at + 28));
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const data = archive.subarray(start, start + size);
    files.push({ name, content: method === 8 ? inflateRawSync(data) : data });
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}
