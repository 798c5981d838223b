import { TerraformVariable } from 'cdktf';
import type { TerraformStack } from 'cdktf';
import { ENDPOINT, FIRST_URLS, unavailable, URLS, urlOf, valueOf } from './urls';
import type { ISessionPool } from '../../lib';
import { CodeInterpreterType, SessionPool, SessionPoolEndpoints } from '../../lib';
import { interpreter, POOL_ID } from '../support/fixtures';
import { synthesize } from '../support/synth';

const LANGUAGES = [CodeInterpreterType.PYTHON_LTS, CodeInterpreterType.NODE_LTS, CodeInterpreterType.SHELL];
const FILES = ['fileMetadata', 'deleteFile', 'downloadFile'] as const;
const NAMED = ['executionResult', ...FILES] as const;

function imported(stack: TerraformStack): ISessionPool {
  return SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, poolManagementEndpoint: 'https://pool.example' });
}

describe('endpoints of a code interpreter pool', () => {
  test('of the first version are the four URLs of its documentation', () => {
    const region = 'westus2';
    const pool = (stack: TerraformStack) =>
      SessionPool.fromSessionPoolAttributes(stack, 'pool', {
        sessionPoolId: POOL_ID,
        location: region,
        sessionsApiVersion: '2024-02-02-preview',
      }).endpoints;
    const root = `https://${region}.dynamicsessions.io${POOL_ID.replace('/providers/Microsoft.App', '')}`;
    expect(
      valueOf(stack => {
        const endpoints = pool(stack);
        return [endpoints.executeCode, endpoints.uploadFile, endpoints.listFiles, endpoints.downloadFile('a.txt')];
      }),
    ).toStrictEqual([
      `${root}/code/execute?api-version=2024-02-02-preview`,
      `${root}/files/upload?api-version=2024-02-02-preview`,
      `${root}/files?api-version=2024-02-02-preview`,
      `${root}/files/content/a.txt?api-version=2024-02-02-preview`,
    ]);
  });

  describe.each(LANGUAGES)('of $name', containerType => {
    test.each(URLS)('%s is the URL of a pool that is defined here', (member, path) => {
      expect(valueOf(stack => urlOf(interpreter(stack, { containerType }).endpoints, member))).toBe(
        `${ENDPOINT}/${path}?api-version=2025-10-02-preview`,
      );
    });

    test.each(URLS)('%s is the URL of a pool whose region and name are known later', (member, path) => {
      expect(
        valueOf(stack => {
          const [location, sessionPoolName] = ['location', 'name'].map(
            id => new TerraformVariable(stack, id, { type: 'string' }).stringValue,
          );
          return urlOf(interpreter(stack, { containerType, location, sessionPoolName }).endpoints, member);
        }),
      ).toBe(`${ENDPOINT}/${path}?api-version=2025-10-02-preview`);
    });

    test.each(URLS)('%s is the URL of a pool that is imported', (member, path) => {
      expect(
        valueOf(stack =>
          urlOf(
            SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, location: 'West US 2', containerType })
              .endpoints,
            member,
          ),
        ),
      ).toBe(`https://westus2.dynamicsessions.io${POOL_ID.replace('/providers/Microsoft.App', '')}/${path}?api-version=2025-10-02-preview`);
    });

    test.each(URLS)('%s is the URL of an imported pool whose endpoint is read in the plan', (member, path) => {
      expect(
        valueOf(stack =>
          urlOf(SessionPool.fromSessionPoolAttributes(stack, 'pool', { sessionPoolId: POOL_ID, containerType }).endpoints, member),
        ),
      ).toBe(`\${data.azapi_resource.pool_Data_EC1AC182.output.properties.poolManagementEndpoint}/${path}?api-version=2025-10-02-preview`);
    });

    test.each(FIRST_URLS)('%s is the URL of the first version on request', (member, path) => {
      expect(
        valueOf(stack => urlOf(interpreter(stack, { containerType, sessionsApiVersion: '2024-02-02-preview' }).endpoints, member)),
      ).toBe(`${ENDPOINT}/${path}?api-version=2024-02-02-preview`);
    });

    test.each(URLS.filter(([member]) => !FIRST_URLS.some(([first]) => first === member)))('%s is refused in the first version', member => {
      synthesize(stack => {
        const { endpoints } = interpreter(stack, { containerType, sessionsApiVersion: '2024-02-02-preview' });
        expect(() => urlOf(endpoints, member)).toThrow(
          unavailable(
            `${member} is not available: version '2024-02-02-preview' of the sessions API does not have it; leave sessionsApiVersion out, or use '2025-10-02-preview'`,
          ),
        );
      });
    });
  });

  test.each(NAMED)('%s encodes names', member => {
    expect(valueOf(stack => interpreter(stack).endpoints[member]('ä b+c/d%?.txt'))).toContain('/%C3%A4%20b%2Bc%2Fd%25%3F.txt');
  });

  test.each(NAMED)('%s lets Terraform encode a name that it knows only later, blanks as in a path', member => {
    expect(
      valueOf(stack => {
        const name = new TerraformVariable(stack, 'name', { type: 'string' });
        return interpreter(stack).endpoints[member](`a \${x}-${name.stringValue}.txt`);
      }),
    ).toContain('/${replace(urlencode("a ${"$"}{x}-${var.name}.txt"), "+", "%20")}');
  });

  test.each(FILES)('%s takes the folder of the file', member => {
    expect(valueOf(stack => interpreter(stack).endpoints[member]('a.txt', { path: 'data/2026 b' }))).toMatch(
      /\?api-version=2025-10-02-preview&path=data%2F2026%20b$/,
    );
  });

  test.each(FILES)('%s lets Terraform encode a folder that it knows only later', member => {
    expect(
      valueOf(stack => {
        const path = new TerraformVariable(stack, 'path', { type: 'string' });
        return interpreter(stack).endpoints[member]('a.txt', { path: path.stringValue });
      }),
    ).toMatch(/&path=\$\{replace\(urlencode\("\$\{var\.path\}"\), "\+", "%20"\)\}$/);
  });

  test.each([
    ['', "must not be empty, '.' or '..', got ''"],
    ['.', "must not be empty, '.' or '..', got '.'"],
    ['..', "must not be empty, '.' or '..', got '..'"],
    [undefined, 'must be a string, got undefined'],
    [1, 'must be a string, got 1'],
    ['\ud800', 'must be well-formed Unicode, got'],
  ])('the name %j is refused', (name, failure) => {
    synthesize(stack => {
      const { endpoints } = interpreter(stack);
      for (const member of NAMED) expect(() => endpoints[member](name as string)).toThrow(`${member}: name ${failure}`);
    });
  });

  test('a list of names is refused', () => {
    synthesize(stack => {
      const names = new TerraformVariable(stack, 'names', { type: 'list(string)' }).listValue;
      expect(() => interpreter(stack).endpoints.deleteFile(names[0])).toThrow('deleteFile: name must be a single string');
    });
  });

  test('a folder is refused in the first version', () => {
    synthesize(stack => {
      const { endpoints } = interpreter(stack, { sessionsApiVersion: '2024-02-02-preview' });
      expect(() => endpoints.downloadFile('a', { path: 'b' })).toThrow(
        unavailable("downloadFile: path must not be given with version '2024-02-02-preview' of the sessions API, which has no folders"),
      );
    });
  });

  test('takes another version of the API', () => {
    expect(valueOf(stack => new SessionPoolEndpoints(interpreter(stack), { apiVersion: '2024-10-02-preview' }).executeCode)).toBe(
      `${ENDPOINT}/executions?api-version=2024-10-02-preview`,
    );
  });
});

describe('endpoints of a pool of an unknown kind', () => {
  test.each(['stopSession', 'describeSession', 'listSessions'] as const)('%s asks for the kind', member => {
    synthesize(stack => {
      const { endpoints } = imported(stack);
      expect(() => endpoints[member]).toThrow(
        unavailable(
          `${member} is not available: code interpreter and custom container pools have different URLs for it; give containerType for a pool that is not defined here`,
        ),
      );
    });
  });

  test.each(URLS.filter(([member]) => !['stopSession', 'describeSession', 'listSessions'].includes(member)))(
    '%s is the URL of a code interpreter pool',
    (member, path) => {
      expect(valueOf(stack => urlOf(imported(stack).endpoints, member))).toBe(
        `https://pool.example/${path}?api-version=2025-10-02-preview`,
      );
    },
  );

  test('it is a code interpreter pool where a version of its API is given', () => {
    const attributes = { sessionPoolId: POOL_ID, poolManagementEndpoint: 'https://pool.example', sessionsApiVersion: '2025-10-02-preview' };
    expect(valueOf(stack => SessionPool.fromSessionPoolAttributes(stack, 'pool', attributes).endpoints.stopSession)).toBe(
      'https://pool.example/session?api-version=2025-10-02-preview',
    );
  });
});
