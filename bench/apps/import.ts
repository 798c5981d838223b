/** What importing a module costs in a process that has imported cdktf. */
export interface ImportCost {
  readonly total: number;
  readonly cpu: number;
  readonly files: number;
  readonly heap: number;
  readonly rss: number;
  /** Milliseconds that importing cdktf took in the same process. */
  readonly cdktf: number;
  /** Milliseconds of all cores in that time. */
  readonly cdktfCpu: number;
}

const MEGABYTE = 2 ** 20;

/** Milliseconds that some work takes, and those of all cores. */
function timed(work: () => void): { readonly total: number; readonly cpu: number } {
  const cpuBefore = process.cpuUsage();
  const before = process.hrtime.bigint();
  work();
  const total = Number(process.hrtime.bigint() - before) / 1e6;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { total, cpu: (user + system) / 1000 };
}

function costOf(module: string): ImportCost {
  const gc = (globalThis as { gc?: () => void }).gc!;
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const load = (name: string) => () => void require(name);
  const cdktf = timed(load('cdktf'));
  gc();
  const filesBefore = Object.keys(require.cache).length;
  const memoryBefore = process.memoryUsage();
  const own = timed(load(module));
  const { rss } = process.memoryUsage();
  gc();
  return {
    ...own,
    files: Object.keys(require.cache).length - filesBefore,
    heap: (process.memoryUsage().heapUsed - memoryBefore.heapUsed) / MEGABYTE,
    rss: (rss - memoryBefore.rss) / MEGABYTE,
    cdktf: cdktf.total,
    cdktfCpu: cdktf.cpu,
  };
}

console.log(JSON.stringify(costOf((JSON.parse(process.argv[2]) as { module: string }).module)));
