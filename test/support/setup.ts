import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives all tests of a run one folder for their temporary files. */
export default function setup(): void {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'session-pools-'));
}
