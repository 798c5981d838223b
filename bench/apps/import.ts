/** What importing a module costs in a process that has imported cdktf. */
export interface ImportCost {
  readonly total: number;
  readonly cpu: number;
  readonly files: number;
  readonly heap: number;
  readonly rss: number;
  /** Milliseconds that importing cdktf took in the same process. */
  readonly cdktf: number;
}

const MEGABYTE = 2 ** 20;

function milliseconds(work: () => void): number {
  const before = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - before) / 1e6;
}

function costOf(module: string): ImportCost {
  const gc = (globalThis as { gc?: () => void }).gc!;
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const load = (name: string) => () => void require(name);
  const cdktf = milliseconds(load('cdktf'));
  gc();
  const filesBefore = Object.keys(require.cache).length;
  const memoryBefore = process.memoryUsage();
  const cpuBefore = process.cpuUsage();
  const total = milliseconds(load(module));
  const { user, system } = process.cpuUsage(cpuBefore);
  const { rss } = process.memoryUsage();
  gc();
  return {
    total,
    cpu: (user + system) / 1000,
    files: Object.keys(require.cache).length - filesBefore,
    heap: (process.memoryUsage().heapUsed - memoryBefore.heapUsed) / MEGABYTE,
    rss: (rss - memoryBefore.rss) / MEGABYTE,
    cdktf,
  };
}

console.log(JSON.stringify(costOf((JSON.parse(process.argv[2]) as { module: string }).module)));
