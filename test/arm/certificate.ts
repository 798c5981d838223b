import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** A certificate for localhost and 127.0.0.1, also on disk so that other processes can trust it. */
export interface Certificate {
  readonly key: string;
  readonly certificate: string;
  readonly directory: string;
  /** Path of the certificate in PEM form: the value of `SSL_CERT_FILE`. */
  readonly file: string;
}

export async function createCertificate(): Promise<Certificate> {
  const pem = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const directory = mkdtempSync(join(tmpdir(), 'local-arm-'));
  const file = join(directory, 'certificate.pem');
  writeFileSync(file, pem.cert);
  return { key: pem.private, certificate: pem.cert, directory, file };
}
