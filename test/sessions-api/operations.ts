import { Refusal } from './refusal';
import type { SessionStore, StoredFile, StoredSession } from './session-store';

/** A request, without what all of them have. */
export interface Request {
  readonly method: string;
  /** What comes after the endpoint of the pool, encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly body?: object | Buffer;
}

type Operation = (request: Request, store: SessionStore, name: string) => Answer | Promise<Answer>;

interface Fields {
  readonly [name: string]: unknown;
}

/** source: the specification of the data plane */
const LONGEST_RUN_SECONDS = 220;
const LARGEST_FILE = 128 * 1024 * 1024;
const INPUT_TYPES = ['Inline', 'InlineBase64', 'InlineText'];
const EXECUTION_TYPES = ['Synchronous', 'Asynchronous'];

const invalid = (message: string) => new Refusal(400, 'SessionRequestValidationFailed', message);
const identifierOf = ({ query }: Request) => query.get('identifier');

function fieldsOf({ contentType, body }: Request): Fields {
  if (!contentType.startsWith('application/json')) throw invalid('The content type must be application/json.');
  try {
    return JSON.parse(body.toString()) as Fields;
  } catch {
    throw invalid('The body must be JSON.');
  }
}

/** The run of a session of version 2025-10-02-preview. */
const execute: Operation = async (request, store) => {
  const fields = fieldsOf(request);
  const { codeInputType, executionType, code, timeoutInSeconds = 60 } = fields;
  // source: a published run that sent the body of the first version
  if ('properties' in fields || code === undefined) throw new Refusal(400, 'SessionPropertiesMissing', 'Required properties are missing.');
  if (!INPUT_TYPES.includes(String(codeInputType))) throw invalid(`codeInputType must be one of ${INPUT_TYPES.join(', ')}.`);
  if (!EXECUTION_TYPES.includes(String(executionType))) throw invalid(`executionType must be one of ${EXECUTION_TYPES.join(', ')}.`);
  if (!(Number(timeoutInSeconds) >= 1 && Number(timeoutInSeconds) <= LONGEST_RUN_SECONDS)) {
    throw invalid(`timeoutInSeconds must be between 1 and ${LONGEST_RUN_SECONDS}.`);
  }
  const text = codeInputType === 'InlineBase64' ? Buffer.from(String(code), 'base64').toString() : String(code);
  const session = store.allocate(identifierOf(request));
  const { id } = await store.run(session, text);
  if (executionType === 'Asynchronous') {
    return { status: 202, body: { id, identifier: session.identifier, executionType, status: 'Running' } };
  }
  return { status: 200, body: executionOf(session, id, String(executionType)) };
};

/** source: published runs: a run that fails is answered with 200 */
function executionOf(session: StoredSession, id: string, executionType: string): object {
  const { succeeded, stdout, stderr } = session.runs.get(id)!.run;
  return {
    id,
    identifier: session.identifier,
    executionType,
    status: succeeded ? 'Succeeded' : 'Failed',
    result: { stdout, stderr, executionResult: '', executionTimeInMilliseconds: 1 },
    ...(!succeeded && { error: { code: 'ExecutionFailed', message: stderr } }),
  };
}

const executionResult: Operation = (request, store, name) => {
  const session = store.find(identifierOf(request));
  const stored = session.runs.get(name);
  if (!stored) throw new Refusal(404, 'ExecutionNotFound', 'There is no such execution.');
  // assumed: the first answer comes before the run has ended
  const body = stored.polls++ === 0 ? { id: name, status: 'Running' } : executionOf(session, name, 'Asynchronous');
  return { status: 200, body };
};

/** The run of a session of version 2024-02-02-preview. */
const executeFirst: Operation = async (request, store) => {
  const { properties } = fieldsOf(request) as { properties?: Fields };
  if (properties === undefined) throw new Refusal(400, 'SessionPropertiesMissing', 'Required properties are missing.');
  if (properties.codeInputType !== 'inline' || properties.executionType !== 'synchronous') {
    throw invalid('codeInputType must be inline and executionType synchronous.');
  }
  const run = await store.run(store.allocate(identifierOf(request)), String(properties.code));
  const { stdout, stderr } = run;
  return { status: 200, body: { properties: { status: run.succeeded ? 'Success' : 'Failure', stdout, stderr, executionResult: '' } } };
};

const folderOf = ({ query }: Request) => (query.get('path') ?? '').replace(/^\/|\/$/g, '');
const keyOf = (path: string, name: string) => `${path}/${name}`;
const metadataOf = ({ path, name, content }: StoredFile) => ({ name, path: `/${path}`, type: 'file', sizeInBytes: content.length });

const upload: Operation = (request, store) => {
  const [, boundary] = /^multipart\/form-data;.*boundary="?([^";]+)/.exec(request.contentType) ?? [];
  const [, name, content] =
    (boundary &&
      /Content-Disposition: form-data;(?=.*name="file").*filename="([^"]+)"[^]*?\r\n\r\n([^]*?)\r\n--/i.exec(
        request.body.toString('latin1'),
      )) ||
    [];
  if (name === undefined) throw invalid('The body must be a multipart form with the field file.');
  const file = { path: folderOf(request), name: Buffer.from(name, 'latin1').toString(), content: Buffer.from(content, 'latin1') };
  if (file.content.length > LARGEST_FILE) throw invalid('A file can have 128 MB.');
  store.allocate(identifierOf(request)).files.set(keyOf(file.path, file.name), file);
  return { status: 200, body: metadataOf(file) };
};

const listFiles: Operation = (request, store) => {
  const folder = folderOf(request);
  const all = request.query.get('recursive') === 'true';
  const files = [...store.allocate(identifierOf(request)).files.values()];
  return { status: 200, body: { value: files.filter(({ path }) => path === folder || all).map(metadataOf) } };
};

function fileOf(request: Request, store: SessionStore, name: string): StoredFile {
  const file = store.find(identifierOf(request)).files.get(keyOf(folderOf(request), name));
  if (!file) throw new Refusal(404, 'FileNotFound', 'There is no such file.');
  return file;
}

const fileMetadata: Operation = (request, store, name) => ({ status: 200, body: metadataOf(fileOf(request, store, name)) });
const downloadFile: Operation = (request, store, name) => ({ status: 200, body: fileOf(request, store, name).content });
const deleteFile: Operation = (request, store, name) => {
  const { path } = fileOf(request, store, name);
  store.find(identifierOf(request)).files.delete(keyOf(path, name));
  return { status: 204 };
};

const described = ({ identifier, createdAt }: StoredSession) => ({
  identifier,
  createdAt,
  lastAccessedAt: createdAt,
  expireAt: createdAt,
  etag: '1',
});
const managed = ({ identifier, createdAt }: StoredSession) => ({ identifier, createdAt, lastAccessedAt: createdAt, expiresAt: createdAt });
const page = ({ query }: Request, store: SessionStore) => [...store.sessions.values()].slice(Number(query.get('skip') ?? 0));

const endSession: Operation = (request, store) => {
  store.end(identifierOf(request));
  return { status: 204 };
};

/** The operations of each version, by method and path. */
export const OPERATIONS: { readonly [version: string]: { readonly [route: string]: Operation } } = {
  '2025-10-02-preview': {
    'POST executions': execute,
    'GET executions/{name}': executionResult,
    'POST files': upload,
    'GET files': listFiles,
    'GET files/{name}': fileMetadata,
    'DELETE files/{name}': deleteFile,
    'GET files/{name}/content': downloadFile,
    'GET session': (request, store) => ({ status: 200, body: described(store.find(identifierOf(request))) }),
    'DELETE session': endSession,
    'GET listSessions': (request, store) => ({ status: 200, body: { sessions: page(request, store).map(described), nextLink: null } }),
    'GET metadata': () => ({ status: 200, body: { runtimes: [], preInstalledPackages: [], jupyterKernel: null } }),
  },
  '2024-02-02-preview': {
    'POST code/execute': executeFirst,
    'POST files/upload': upload,
    'GET files': listFiles,
    'GET files/content/{name}': downloadFile,
  },
  '2025-02-02-preview': {
    'POST .management/stopSession': endSession,
    'POST .management/getSession': (request, store) => ({ status: 200, body: managed(store.find(identifierOf(request))) }),
    'POST .management/listSessions': (request, store) => {
      const value = page(request, store).map(managed);
      return { status: 200, body: { value, count: value.length, nextLink: null } };
    },
  },
};
