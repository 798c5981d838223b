import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { version as cdktf } from 'cdktf/package.json';

/** Where and when something was measured. */
export interface Machine {
  readonly date: string;
  readonly cores: number;
  readonly processor: string;
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  readonly cdktf: string;
  /** The load average of the last minute before the first measurement. */
  readonly load: number;
}

export function thisMachine(): Machine {
  const [{ model }] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    processor: model.trim(),
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release().split('.').slice(0, 2).join('.')}`,
    node: process.versions.node,
    cdktf,
    load: loadavg()[0],
  };
}
