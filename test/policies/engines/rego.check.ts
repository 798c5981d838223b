import { join } from 'node:path';
import { describeWithTools, POLICY, run } from './tools';

const RULES = join(POLICY, 'session_pools');
/** Against tests that hang: the five seconds of opa are too few for a test on a busy machine. */
const NO_LIMIT = ['--timeout', '10m'];

describeWithTools(['opa'], 'the Rego rules', () => {
  test('pass opa check --strict and are formatted', () => {
    expect(run('opa', ['check', '--strict', RULES])).toMatchObject({ status: 0, stderr: '' });
    expect(run('opa', ['fmt', '--list', RULES])).toMatchObject({ status: 0, stdout: '' });
  });

  test('pass their tests', () => {
    const { status, stdout } = run('opa', ['test', ...NO_LIMIT, RULES]);
    process.stdout.write(`opa test: ${stdout.trim()}\n`);
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringMatching(/^PASS: (\d+)\/\1\n$/) });
  });

  test('are covered by their tests', () => {
    const { coverage, files } = JSON.parse(run('opa', ['test', ...NO_LIMIT, '--coverage', RULES]).stdout) as {
      coverage: number;
      files: { [file: string]: { not_covered?: unknown[] } };
    };
    expect(Object.entries(files).filter(([, { not_covered }]) => not_covered?.length)).toEqual([]);
    expect(coverage).toBe(100);
  });
});

describeWithTools(['regal'], 'the style of the Rego rules', () => {
  test('is clean', () => {
    const { status, stdout } = run('regal', ['lint', '--format', 'json', '--config-file', join(POLICY, '.regal', 'config.yaml'), RULES]);
    const { violations, summary } = JSON.parse(stdout) as { violations: unknown[]; summary: { files_scanned: number } };
    process.stdout.write(`regal: ${summary.files_scanned} files, ${violations?.length ?? 0} violations\n`);
    expect({ status, violations: violations ?? [] }).toEqual({ status: 0, violations: [] });
  });
});
