import { findPython, pythonAt } from './interpreter';
import { toLoopback } from './loopback';
import { SessionsApi } from './sessions-api';
import { runLine } from '../../examples/demo/demo-session';
import { describeUnless } from '../support/skip';

const ENDPOINT = 'https://westus2.dynamicsessions.io/subscriptions/s/resourceGroups/rg/sessionPools/pool';
const POOL_ID = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.App/sessionPools/pool';

const python = findPython();

describeUnless(
  python ? undefined : 'python3 is not installed',
  'the interpreter of the demo',
  () => {
    test('runs in a temporary folder, with an empty environment', async () => {
      const run = await pythonAt(python!)('import os; print(os.listdir(), [name for name in os.environ if name != "LC_CTYPE"])');
      expect(run).toStrictEqual({ succeeded: true, stdout: '[] []\n', stderr: '' });
    });

    test('says that code fails', async () => {
      expect(await pythonAt(python!)('1 / 0')).toMatchObject({ succeeded: false, stderr: expect.stringContaining('ZeroDivisionError') });
    });

    test('runs a line in a pool that exists, and ends the session', async () => {
      const log = jest.spyOn(console, 'log').mockImplementation();
      await runLine(ENDPOINT, id => id === POOL_ID);
      const lines = log.mock.calls.map(([line]) => String(line));
      log.mockRestore();
      expect(lines.slice(1)).toStrictEqual(['  -> 42', 'The session has ended.']);
    });

    test('runs nothing in a pool that does not exist', async () => {
      const log = jest.spyOn(console, 'log').mockImplementation();
      await expect(runLine(ENDPOINT, () => false)).rejects.toThrow('does not exist: it answered 404');
      log.mockRestore();
    });
  },
  'REQUIRE_TOOLS',
);

test('requests to other hosts than that of the pool are refused', async () => {
  const api = await SessionsApi.start();
  try {
    const request = { method: 'POST', url: 'https://westeurope.dynamicsessions.io/x', headers: {} } as const;
    await expect(toLoopback(api, 'westus2.dynamicsessions.io')(request)).rejects.toThrow(
      'requests go to westus2.dynamicsessions.io alone, got one to westeurope.dynamicsessions.io',
    );
    expect(api.requests).toStrictEqual([]);
  } finally {
    await api.stop();
  }
});
