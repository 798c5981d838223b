import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

/* Compiles the samples of docs with the fixture that jsii-rosetta has for those of the README. */
const ROOT = join(__dirname, '..', '..');
const [IMPORTS, DECLARATIONS] = /^(import[^]*?)\n\n([^]*?)\n\nfunction/
  .exec(readFileSync(join(ROOT, 'rosetta', 'default.ts-fixture'), 'utf8'))!
  .slice(1);
const FIXTURE = `${IMPORTS}\ndeclare global {\n${DECLARATIONS.replaceAll('declare const', 'const')}\n}\n`;

const files = new Map([[join(ROOT, 'docs', 'fixture.ts'), FIXTURE]]);
for (const name of readdirSync(join(ROOT, 'docs')).filter(each => each.endsWith('.md'))) {
  const samples = [...readFileSync(join(ROOT, 'docs', name), 'utf8').matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, sample]) => sample);
  samples.forEach((sample, index) => {
    files.set(join(ROOT, 'docs', `${name}-${index + 1}.ts`), `${sample.startsWith('import ') ? '' : `${IMPORTS}\n`}${sample}export {};\n`);
  });
}

const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), path => ts.sys.readFile(path)) as { config: object };
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
const host = ts.createCompilerHost(options);
const { fileExists, readFile } = host;
host.fileExists = path => files.has(path) || fileExists(path);
host.readFile = path => files.get(path) ?? readFile(path);
host.getSourceFile = (path, version) => {
  const text = host.readFile(path);
  return text === undefined ? undefined : ts.createSourceFile(path, text, version);
};

const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false }, host);
const diagnostics = ts.getPreEmitDiagnostics(program);
console.log(`${files.size - 1} samples of docs compiled, ${diagnostics.length} errors`);
if (diagnostics.length > 0 || files.size < 2) {
  console.error(
    ts.formatDiagnostics(diagnostics, { getCanonicalFileName: path => path, getCurrentDirectory: () => ROOT, getNewLine: () => '\n' }),
  );
  process.exitCode = 1;
}
