import { findPython, pythonAt } from '../../test/sessions-api/interpreter';
import { toLoopback } from '../../test/sessions-api/loopback';
import { SessionsApi } from '../../test/sessions-api/sessions-api';
import { withSession } from '../clients/session-pool';

const CODE = 'print(6 * 7)';

/**
 * Runs one line of Python in a session of a deployed pool, and ends the session. A stand-in for the sessions API answers for the host of the pool.
 *
 * @param exists whether there is a pool with the ID
 */
export async function runLine(endpoint: string, exists: (sessionPoolId: string) => boolean): Promise<void> {
  const python = findPython();
  if (python === undefined) {
    console.log('\npython3 is not installed: no code is run in the pool.');
    return;
  }
  const api = await SessionsApi.start({ interpreter: pythonAt(python), exists });
  try {
    const pool = {
      endpoint,
      apiVersion: '2025-10-02-preview',
      token: () => Promise.resolve(api.token),
      transport: toLoopback(api, new URL(endpoint).host),
    };
    console.log(`\n$ python (in a session of the pool, answered by ${api.origin})\n  ${CODE}`);
    const { succeeded, stdout, stderr } = await withSession(pool, session => session.run(CODE));
    if (!succeeded) throw new Error(`the run failed:\n${stderr}`);
    console.log(`  -> ${stdout.trim()}`);
    const left = api.sessionsOf(`${api.origin}${new URL(endpoint).pathname}`);
    if (left.length > 0) throw new Error('the session is left');
    console.log('The session has ended.');
  } finally {
    await api.stop();
  }
}
