import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TerraformStack } from 'cdktf';
import { SessionsApi } from './sessions-api';
import { container, interpreter } from '../support/fixtures';
import { testApp } from '../support/synth';

const PAGE = readFileSync(join(__dirname, '..', '..', 'docs', 'sessions-api.md'), 'utf8');
const REQUESTS = [...PAGE.matchAll(/^```http (\d+)\n(\w+) (\S+ ?\S*)\n([^]*?)```$/gm)].map(([, status, method, url, rest]) => ({
  status: Number(status),
  method,
  url,
  rest,
}));
const IDENTIFIER = 'a|-&^%$#(){}[];<>b';

describe('docs/sessions-api.md', () => {
  let api: SessionsApi;
  let id = '';

  beforeAll(async () => {
    api = await SessionsApi.start();
    api.allocate(api.customEndpoint(), IDENTIFIER);
  });
  afterAll(() => api.stop());

  async function send(method: string, url: string, rest: string): Promise<{ readonly status: number; readonly text: string }> {
    const [, type] = /^Content-Type: (.*)$/m.exec(rest) ?? [];
    const body = rest.slice(rest.indexOf('\n\n') + 2);
    const response = await fetch(
      url
        .replace('{endpoint}', api.endpoint())
        .replace('{custom endpoint}', api.customEndpoint())
        .replace('{identifier}', encodeURIComponent(IDENTIFIER))
        .replace('{id}', id),
      {
        method,
        headers: { authorization: `Bearer ${api.token}`, ...(type && { 'content-type': type }) },
        body: type && (type.startsWith('multipart') ? body.replace(/\n/g, '\r\n') : body),
      },
    );
    return { status: response.status, text: await response.text() };
  }

  test.each(REQUESTS)('is answered $status: $method $url', async ({ status, method, url, rest }) => {
    const answer = await send(method, url, rest);
    expect(answer).toMatchObject({ status });
    if (status === 202) id = (JSON.parse(answer.text) as { id: string }).id;
    if (url.includes('content')) expect(answer.text).toBe('1,2,3');
    if (url.includes('/executions') && status === 200 && method === 'POST') {
      expect(JSON.parse(answer.text)).toMatchObject({ status: 'Succeeded' });
    }
    if (status === 400) expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'SessionPropertiesMissing' } });
    if (status === 404) expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'SessionWithIdentifierNotFound' } });
  });

  test('has every operation of each version, at the URLs that pools have', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const [current, first] = [undefined, '2024-02-02-preview'].map(
      (sessionsApiVersion, index) => interpreter(stack, { sessionsApiVersion }, `pool${index}`).endpoints,
    );
    const { endpoints: custom } = container(stack);
    const operations = [
      ['POST', current.executeCode],
      ['GET', current.executionResult('{id}')],
      ['POST', current.uploadFile],
      ['GET', current.listFiles],
      ['GET', current.fileMetadata('numbers.csv')],
      ['GET', current.downloadFile('numbers.csv')],
      ['DELETE', current.deleteFile('numbers.csv')],
      ['GET', current.describeSession],
      ['DELETE', current.stopSession],
      ['GET', current.listSessions],
      ['GET', current.sessionMetadata],
      ['POST', first.executeCode],
      ['POST', first.uploadFile],
      ['GET', first.listFiles],
      ['GET', first.downloadFile('numbers.csv')],
      ['POST', custom.describeSession],
      ['POST', custom.listSessions],
      ['POST', custom.stopSession],
    ].map(([method, url]) => `${method} ${decodeURIComponent(url.replace(/^.*TfToken\[TOKEN\.\d+\]\}/, ''))}`);
    const documented = new Set(
      REQUESTS.map(({ method, url }) => `${method} ${url.replace(/^\{.*?endpoint\}/, '').replace(/(api-version=[^&]*).*/, '$1')}`),
    );
    expect([...documented].sort()).toStrictEqual(operations.sort());
  });

  test.each([
    ['without a token', '/session?api-version=2025-10-02-preview&identifier=abcd', {}, 401, 'Unauthorized'],
    ['of another version', '/session?api-version=2023-01-01&identifier=abcd', undefined, 400, 'SessionRequestValidationFailed'],
    ['without an identifier', '/session?api-version=2025-10-02-preview', undefined, 400, 'SessionRequestValidationFailed'],
    ['with a short identifier', '/session?api-version=2025-10-02-preview&identifier=abc', undefined, 400, 'SessionRequestValidationFailed'],
    [
      'with a strange identifier',
      '/session?api-version=2025-10-02-preview&identifier=ab_cd',
      undefined,
      400,
      'SessionRequestValidationFailed',
    ],
    ['of the first version', '/session?api-version=2024-02-02-preview&identifier=abcd', undefined, 404, 'SessionRequestNotSupported'],
  ])('a request %s is refused', async (_, path, headers, status, code) => {
    const response = await fetch(`${api.endpoint()}${path}`, { headers: headers ?? { authorization: `Bearer ${api.token}` } });
    expect([response.status, await response.json()]).toMatchObject([status, { error: { code } }]);
  });
});
