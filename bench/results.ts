import type { CommandCost } from './measure/cli';
import type { ImportSeries } from './measure/imports';
import type { Machine } from './measure/machine';
import type { PythonCosts } from './measure/python';
import type { Series } from './measure/synthesis';
import type { TextGrowth } from './measure/text';

/** All that one run of the benchmark measured. */
export interface Results {
  readonly machine: Machine;
  readonly synthesis: Series[];
  /** The usual size once more, with garbage collection where the heap is measured: for memory only. */
  readonly memory: Series[];
  readonly text: TextGrowth;
  readonly imports: ImportSeries[];
  readonly python: PythonCosts;
  readonly cli: CommandCost[];
}
