import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeUnless } from '../support/skip';

const WHEEL = process.env.SESSION_POOLS_WHEEL;
const CANARY = 'canary7Qx2python';

/** Every form that the program tries, so that none can get lost. */
const FORMS = 24;

function succeed(command: string, ...args: string[]): { readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' },
  });
  expect({ command, args, status, stderr }).toMatchObject({ status: 0 });
  return { stdout, stderr };
}

describeUnless(
  WHEEL === undefined ? 'SESSION_POOLS_WHEEL does not name the wheel of this library' : undefined,
  'a secret in plain text in Python',
  () => {
    let directory: string;
    let python: string;
    let results: { [form: string]: string };
    let printed: string;

    beforeAll(() => {
      directory = mkdtempSync(join(tmpdir(), 'session-pools-python-'));
      python = join(directory, 'bin', 'python');
      succeed('python3', '-m', 'venv', directory);
      succeed(python, '-m', 'pip', 'install', '--quiet', WHEEL!);
      const { stdout, stderr } = succeed(python, join(__dirname, 'secrets.py'), CANARY);
      results = JSON.parse(stdout) as { [form: string]: string };
      printed = stdout + stderr;
    }, 600_000);

    afterAll(() => rmSync(directory, { recursive: true, force: true }));

    test('is refused in every form', () => {
      expect(Object.keys(results)).toHaveLength(FORMS);
      expect(Object.values(results).filter(result => !/(Error|is not valid): /.test(result))).toStrictEqual([]);
    });

    test('is printed in no form', () => {
      expect(printed).not.toContain(CANARY);
      expect(printed).not.toContain(Buffer.from(CANARY).toString('base64'));
    });

    test('is printed by jsii where `python -O` turns the checks of types off: the search does find it', () => {
      expect(succeed(python, '-O', join(__dirname, 'secrets.py'), CANARY).stdout).toContain(CANARY);
    });

    test.each([
      ['a map of values', 'type of argument secret_environment_variables must be one of'],
      ['a variable of a value', 'type of argument secret must be cdktf_azure_session_pools.SessionSecret; got str instead'],
      ['a secret of a literal', "secretEnvironmentVariables['KEY'] must come from a TerraformVariable or another resource, got a literal"],
      ['an added variable', 'type of argument secret must be cdktf_azure_session_pools.SessionSecret; got str instead'],
    ])('is refused in words that help: %s', (form, message) => {
      expect(results[form]).toContain(message);
    });
  },
);
