import { rmSync } from 'node:fs';

/** Removes the temporary files of all tests. */
export default function teardown(): void {
  rmSync(process.env.TMPDIR!, { recursive: true, force: true });
}
