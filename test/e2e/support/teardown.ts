import { rmSync } from 'node:fs';

/** Removes what the setup installed. */
export default function teardown(): void {
  rmSync(process.env.E2E_INSTALLATION!, { recursive: true, force: true });
}
