import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ts from 'typescript';

const SOURCES = join(__dirname, '..', 'apps');
const COMPILED = join(__dirname, '..', '..', 'reports', 'bench', 'apps');
/** Against processes that hang, not a limit of speed. */
const TIMEOUT = 900_000;

/** Compiles what is measured, so that processes run plain node. They import the package by its name: what `projen compile` has made of lib. */
export function compileApps(): void {
  rmSync(COMPILED, { recursive: true, force: true });
  mkdirSync(COMPILED, { recursive: true });
  const compilerOptions: ts.CompilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  for (const file of readdirSync(SOURCES)) {
    const { outputText } = ts.transpileModule(readFileSync(join(SOURCES, file), 'utf8'), { compilerOptions, fileName: file });
    writeFileSync(join(COMPILED, file.replace(/\.ts$/, '.js')), outputText);
  }
}

/** Runs an app in a process of its own, and gives what it prints last. */
export function runApp<Result>(app: string, request: object, nodeOptions: string[] = []): Result {
  const directory = mkdtempSync(join(tmpdir(), 'session-pools-bench-'));
  try {
    const args = [...nodeOptions, join(COMPILED, `${app}.js`), JSON.stringify({ ...request, outdir: join(directory, 'cdktf.out') })];
    const env = { ...process.env, NODE_OPTIONS: '' };
    const stdout = execFileSync(process.execPath, args, { cwd: COMPILED, env, encoding: 'utf8', timeout: TIMEOUT, maxBuffer: 2 ** 28 });
    return JSON.parse(stdout.trim().split('\n').at(-1)!) as Result;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
