/** What the gate promises to be there: azapi where a provider was found, the tools that it installs itself. */
export type Promised = 'REQUIRE_AZAPI' | 'REQUIRE_TOOLS';

/**
 * `describe` where nothing is missing. Else the tests are skipped, counted by jest as such, and the reason is printed; where the environment
 * promises what is missing, it is a failure.
 */
export function describeUnless(reason: string | undefined, title: string, tests: () => void, promise?: Promised): void {
  if (reason === undefined) {
    describe(title, tests);
  } else if (promise && process.env[promise]) {
    test(title, () => {
      throw new Error(`${promise} is set, so these tests must run: ${reason}`);
    });
  } else {
    process.stderr.write(`skipped: ${title}: ${reason}\n`);
    describe.skip(title, tests);
  }
}
