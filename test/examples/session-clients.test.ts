import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { PoolAccess } from '../../examples/clients/session-pool';
import { newIdentifier, PoolFullError, Session, withSession } from '../../examples/clients/session-pool';
import type { FleetPool } from '../../examples/fleet/client';
import { ranking } from '../../examples/fleet/client';
import { FleetSession } from '../../examples/fleet/session';
import type { SessionsApiOptions } from '../sessions-api/sessions-api';
import { SessionsApi } from '../sessions-api/sessions-api';
import { describeUnless } from '../support/skip';

const EXAMPLES = join(__dirname, '..', '..', 'examples');
const VERSION = '2025-10-02-preview';
const IDENTIFIER = /identifier=([0-9a-f]{32})$/;

let api: SessionsApi;

async function start(options: SessionsApiOptions = {}): Promise<void> {
  api = await SessionsApi.start({ maxConcurrentSessions: 1, ...options });
}

afterEach(() => api.stop());

const access = (endpoint = api.endpoint(), apiVersion = VERSION): PoolAccess => ({
  endpoint,
  apiVersion,
  token: () => Promise.resolve(api.token),
});
const sent = () =>
  api.requests.map(({ method, url, status }) => `${method} ${new URL(url, api.origin).pathname.split('/').at(-1)} ${status}`);
const fleet = (): FleetPool[] => ['one', 'two', 'three'].map(name => ({ name, endpoint: api.endpoint(name), weight: 1 }));

describe('the client in TypeScript', () => {
  test('runs code in a session and ends it', async () => {
    await start();
    const result = await withSession(access(), async session => [await session.run('a'), await session.run('b')]);
    expect(result).toStrictEqual(['a', 'b'].map(stdout => ({ succeeded: true, stdout, stderr: '' })));
    expect(sent()).toStrictEqual(['POST executions 200', 'POST executions 200', 'DELETE session 204']);
    expect(api.sessionsOf(api.endpoint())).toStrictEqual([]);
  });

  test('sees a run that fails, although HTTP says 200', async () => {
    await start();
    expect(await withSession(access(), session => session.run('fail'))).toStrictEqual({
      succeeded: false,
      stdout: '',
      stderr: 'cannot run fail',
    });
  });

  test.each([404, 429] as const)('says that the pool is full where it answers %d, and ends nothing', async fullStatus => {
    await start({ fullStatus });
    api.fill(api.endpoint());
    const run = withSession(access(), session => session.run('a'));
    await expect(run).rejects.toThrow(new PoolFullError(`the pool has no session left, or does not exist: it answered ${fullStatus}`));
    expect(sent()).toStrictEqual([`POST executions ${fullStatus}`]);
  });

  test('ends the session also where its user throws', async () => {
    await start();
    const use = withSession(access(), async session => {
      await session.run('a');
      throw new Error('no more');
    });
    await expect(use).rejects.toThrow('no more');
    expect(api.sessionsOf(api.endpoint())).toStrictEqual([]);
  });

  test('ends no session that never began, and takes one that ended by itself for ended', async () => {
    await start();
    await withSession(access(), () => Promise.resolve());
    expect(sent()).toStrictEqual([]);
    const session = new Session(access());
    await session.run('a');
    await session.end();
    await session.end();
    expect(sent()).toStrictEqual(['POST executions 200', 'DELETE session 204', 'DELETE session 404']);
  });

  test('says what was refused', async () => {
    await start();
    await expect(withSession(access(), session => session.run('a', 221))).rejects.toThrow(/refused with 400: .*between 1 and 220/);
    expect(() => new Session(access(api.endpoint(), '2024-02-02-preview'))).toThrow(
      `this client speaks version ${VERSION} of the sessions API, the pool is used with 2024-02-02-preview`,
    );
  });

  test('makes identifiers that nobody can guess', async () => {
    await start();
    const made = new Set(Array.from({ length: 1000 }, newIdentifier));
    expect(made.size).toBe(1000);
    await withSession(access(), session => session.run('a'));
    expect(api.requests.map(({ url }) => IDENTIFIER.exec(url)?.[1]).filter(identifier => identifier === undefined)).toStrictEqual([]);
  });

  test('of a fleet goes to the next pool where one is full, stays there, and ends its session', async () => {
    await start();
    const session = new FleetSession(fleet(), access());
    const [first, second] = ranking((session as unknown as { identifier: string }).identifier, fleet());
    api.fill(first.endpoint);
    expect(await session.run('a')).toMatchObject({ stdout: 'a' });
    expect(api.sessionsOf(second.endpoint)).toHaveLength(1);
    await session.run('b');
    await session.end();
    expect(sent()).toStrictEqual(['POST executions 404', 'POST executions 200', 'POST executions 200', 'DELETE session 204']);
    expect(api.sessionsOf(second.endpoint)).toStrictEqual([]);
  });

  test('of a fleet says that all pools are full', async () => {
    await start({ fullStatus: 429 });
    for (const { endpoint } of fleet()) api.fill(endpoint);
    await expect(new FleetSession(fleet(), access()).run('a')).rejects.toThrow('none of the 3 pools of the fleet has a session left');
  });
});

/** Runs Python without blocking this process, which answers as the sessions API. */
async function python(code: string, environment: { [name: string]: string } = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH, API: api.endpoint(), TOKEN: api.token, PYTHONDONTWRITEBYTECODE: '1', ...environment };
    execFile('python3', ['-c', `import json, os, sys\n${code}`], { env }, (error, stdout, stderr) =>
      error ? reject(new Error(stderr)) : resolve(JSON.parse(stdout)),
    );
  });
}

const noPython = spawnSync('python3', ['--version']).status === 0 ? undefined : 'python3 is not installed';

describeUnless(
  noPython,
  'the clients in Python',
  () => {
    const CLIENT = `sys.path.append("${EXAMPLES}/clients")
from session_pool import Session, PoolFull
token = lambda: os.environ["TOKEN"]
session = Session(os.environ["API"], "${VERSION}", token)
`;

    test('run code, see runs that fail, and end the session', async () => {
      await start();
      const answer = await python(`${CLIENT}
with session:
    print(json.dumps([session.run("a"), session.run("fail")]))`);
      expect(answer).toStrictEqual([
        { succeeded: true, stdout: 'a', stderr: '' },
        { succeeded: false, stdout: '', stderr: 'cannot run fail' },
      ]);
      expect(sent()).toStrictEqual(['POST executions 200', 'POST executions 200', 'DELETE session 204']);
      expect(api.requests.every(({ url }) => IDENTIFIER.test(url))).toBe(true);
    });

    test.each([404, 429] as const)('say that the pool is full where it answers %d', async fullStatus => {
      await start({ fullStatus });
      api.fill(api.endpoint());
      const answer = await python(`${CLIENT}
try:
    with session:
        session.run("a")
except PoolFull as error:
    print(json.dumps(str(error)))`);
      expect(answer).toBe(`the pool has no session left, or does not exist: it answered ${fullStatus}`);
      expect(sent()).toStrictEqual([`POST executions ${fullStatus}`]);
    });

    test('of a fleet go to the next pool where one is full, stay there, and end the session', async () => {
      await start();
      const answer = await python(
        `sys.path.append("${EXAMPLES}/fleet")
from session import FleetSession, ranking
pools = json.loads(os.environ["FLEET"])
with FleetSession(pools, "${VERSION}", lambda: os.environ["TOKEN"]) as session:
    pools[:] = ranking(session._identifier, pools)
    pools[0]["endpoint"] = os.environ["FULL"]
    print(json.dumps([session.run("a")["stdout"], session.run("b")["stdout"]]))`,
        { FLEET: JSON.stringify(fleet()), FULL: (api.fill(api.endpoint('full')), api.endpoint('full')) },
      );
      expect(answer).toStrictEqual(['a', 'b']);
      expect(sent()).toStrictEqual(['POST executions 404', 'POST executions 200', 'POST executions 200', 'DELETE session 204']);
    });

    const AGENT = `sys.path.append("${EXAMPLES}/aws-agent")
class Boto3:
    def client(self, _):
        return self
    def get_web_identity_token(self, **_):
        return {"WebIdentityToken": "aws"}
sys.modules["boto3"] = Boto3()
import agent
pauses = []
agent.time.sleep = pauses.append
agent._azure_token = lambda: os.environ["TOKEN"]
`;
    const urls = () => ({
      EXECUTE_CODE_URL: `${api.endpoint()}/executions?api-version=${VERSION}`,
      STOP_SESSION_URL: `${api.endpoint()}/session?api-version=${VERSION}`,
    });

    test.each([
      ['a', { succeeded: true, stdout: 'a', stderr: '' }],
      ['fail', { succeeded: false, stdout: '', stderr: 'cannot run fail' }],
    ])('in AWS run %s in a session that they end', async (code, result) => {
      await start();
      expect(await python(`${AGENT}print(json.dumps(agent.handler({"code": "${code}"}, None)))`, urls())).toStrictEqual(result);
      expect(sent()).toStrictEqual(['POST executions 200', 'DELETE session 204']);
      expect(api.requests.every(({ url }) => IDENTIFIER.test(url))).toBe(true);
    });

    test.each([404, 429] as const)('in AWS ask a pool again that is full and answers %d', async fullStatus => {
      await start({ fullStatus });
      api.fill(api.endpoint());
      const answer = await python(
        `${AGENT}
try:
    agent.handler({"code": "a"}, None)
except RuntimeError as error:
    print(json.dumps([str(error), pauses]))`,
        urls(),
      );
      expect(answer).toStrictEqual([`the pool has no session left, or does not exist: it answered ${fullStatus}`, [1, 2, 4, 8]]);
      expect(sent()).toStrictEqual([...Array<string>(5).fill(`POST executions ${fullStatus}`), 'DELETE session 404']);
    });

    test('in AWS get the token for Azure with that of AWS', async () => {
      await start();
      const answer = await python(
        `${AGENT.replace(/agent\._azure_token = .*/, '')}
calls = []
agent._send = lambda *call: (calls.append([str(part) for part in call]), (200, b'{"access_token": "azure"}'))[1]
print(json.dumps([agent._azure_token(), calls[0][:2], "client_assertion=aws" in calls[0][3]]))`,
        { AZURE_CLIENT_ID: 'c', AZURE_TENANT_ID: 't', SESSION_POOL_TOKEN_SCOPE: 'https://dynamicsessions.io/.default' },
      );
      expect(answer).toStrictEqual(['azure', ['POST', 'https://login.microsoftonline.com/t/oauth2/v2.0/token'], true]);
    });
  },
  'REQUIRE_TOOLS',
);
