import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { succeed } from './process';

const ROOT = join(__dirname, '..', '..', '..');
const PACKAGE_FILES = ['package.json', 'tsconfig.json', '.npmignore', 'README.md', 'LICENSE'];

/** Builds the Python package of this library beside the working tree, and installs it: the path of that Python. */
export async function installWheel(directory: string): Promise<string> {
  const source = join(directory, 'source');
  const dist = join(directory, 'dist');
  const env = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' };
  const options = { cwd: source, env };
  mkdirSync(source);
  PACKAGE_FILES.forEach(name => cpSync(join(ROOT, name), join(source, name)));
  cpSync(join(ROOT, 'lib'), join(source, 'lib'), { recursive: true, filter: path => !/\.(js|d\.ts)$/.test(path) });
  symlinkSync(join(ROOT, 'node_modules'), join(source, 'node_modules'));
  const bin = join(ROOT, 'node_modules', '.bin');
  await succeed(join(bin, 'jsii'), ['--silence-warnings=reserved-word'], options);
  await succeed(join(bin, 'jsii-pacmak'), ['--target', 'python', '--outdir', dist], options);
  await succeed('python3', ['-m', 'venv', join(directory, 'venv')], options);
  const python = join(directory, 'venv', 'bin', 'python');
  const [wheel] = readdirSync(join(dist, 'python')).filter(name => name.endsWith('.whl'));
  await succeed(python, ['-m', 'pip', 'install', '--quiet', join(dist, 'python', wheel)], options);
  return python;
}
