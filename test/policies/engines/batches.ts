import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { find, POLICY } from './tools';

/** What an engine says of one data file and, unless something is wrong with it, of each input: the addresses and rules. */
export interface Judgement {
  readonly failures: string[];
  readonly broken?: Array<Array<[address: string, ruleId: string]>>;
}

interface RegoResult {
  readonly msg: string;
  readonly address?: string;
  readonly ruleId: string;
}

/** What the checks of Checkov say, in one process. */
export function judgeWithPython(data: unknown[], inputs: unknown[]): Judgement[] {
  const { stdout, stderr, status } = spawnSync(find('python')!, [join(__dirname, 'judge.py'), join(POLICY, 'checkov')], {
    input: JSON.stringify({ data, inputs }),
    encoding: 'utf8',
    maxBuffer: 512_000_000,
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return JSON.parse(stdout) as Judgement[];
}

/** What the Rego policies say, in one process: each data file is put where OPA would have it. */
export function judgeWithRego(data: unknown[], inputs: unknown[]): Judgement[] {
  const directory = mkdtempSync(join(tmpdir(), 'session-pools-batch-'));
  try {
    const rules = data.flatMap((each, index) => inputs.map((_, at) => ruleOf(each, index, at)));
    writeFileSync(join(directory, 'batch.rego'), `package batch\n\n${rules.join('\n\n')}\n`);
    writeFileSync(join(directory, 'data.json'), JSON.stringify({ given: { inputs, data: data.map(dataOf) } }));
    const { stdout, stderr, status } = spawnSync(
      find('opa')!,
      ['eval', '--format', 'json', '--data', join(POLICY, 'session_pools'), '--data', directory, 'data.batch'],
      { encoding: 'utf8', maxBuffer: 512_000_000 },
    );
    if (status !== 0) {
      throw new Error(stderr + stdout);
    }
    const [{ expressions }] = (JSON.parse(stdout) as { result: Array<{ expressions: Array<{ value: { [rule: string]: RegoResult[] } }> }> })
      .result;
    const values = expressions[0].value;
    return data.map((_, index) => judgementOf(inputs.map((__, at) => values[`of_${index}_${at}`])));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function judgementOf(results: RegoResult[][]): Judgement {
  const failures = results[0]
    .filter(({ ruleId, msg }) => ruleId === 'SessionPoolData' && !msg.includes('is the former name'))
    .map(({ msg }) => msg.replace('SessionPoolData: ', ''));
  return failures.length > 0
    ? { failures: failures.sort() }
    : {
        failures: [],
        broken: results.map(each =>
          unique(each.filter(({ ruleId }) => ruleId !== 'SessionPoolData').map(({ address = '', ruleId }) => [address, ruleId])),
        ),
      };
}

/** Each once, in order. */
export function unique(pairs: Array<[address: string, ruleId: string]>): Array<[address: string, ruleId: string]> {
  return [...new Set(pairs.map(pair => JSON.stringify(pair)))].sort().map(pair => JSON.parse(pair) as [string, string]);
}

function dataOf(data: unknown): { readonly [name: string]: unknown } {
  const given = (data as { session_pools?: unknown } | null)?.session_pools;
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as { [name: string]: unknown }) : {};
}

/** Each of the two entrypoints needs a `with` of its own. */
function ruleOf(data: unknown, index: number, at: number): string {
  const replaced = [
    `input as data.given.inputs[${at}]`,
    ...Object.keys(dataOf(data)).map(name => `data.session_pools.${name} as data.given.data[${index}].${name}`),
  ];
  const found = (entrypoint: string) => `data.session_pools.${entrypoint} ${replaced.map(each => `with ${each}`).join(' ')}`;
  return `of_${index}_${at} := denied | warned if {\n\tdenied := ${found('deny')}\n\twarned := ${found('warn')}\n}`;
}
