import { USUAL } from '../cases';
import type { Check } from '../checks';
import { passes } from '../checks';
import { runsOf } from '../measure/synthesis';
import type { Results } from '../results';
import { table } from './markdown';
import { cli, imports, python, text } from './others';
import { allSizes, memory, phases, usualSize } from './synthesis';

/** The document, with the plots beside it in a directory `performance`. */
export function document(results: Results, checks: readonly Check[]): string {
  const { date, cores, processor, memory: gigabytes, system, node, cdktf, load } = results.machine;
  return `# Performance

\`npm run bench\` writes this document. Measured on ${date}: ${cores} cores (${processor}), ${gigabytes} GB, ${system}, Node.js ${node},
cdktf ${cdktf}, load average ${load.toFixed(1)} before the first measurement.${firstLook(results)}

What is compared: apps with the same session pools that write the same JSON, but for construct paths and logical IDs, as each run checks.

- **bare resource**: a \`TerraformResource\` of a few lines with all attributes written by hand, which knows nothing of session pools
- **AzapiResource**: the L1 of this library with the same body
- **pool**: \`CodeInterpreterPool\` or \`CustomContainerPool\`
- **pool with policies**: the same with \`SessionPoolPolicies\`

*Minimal* pools have only the required properties; *full* ones have 20 environment variables, three of them secrets and three with tokens, a
user-assigned identity, a registry, two probes, four tags, a command and arguments. All custom container pools are in an environment that
the app defines.

Time is that from the first construct to the last file of \`app.synth()\`, in a process of its own. Processes of all variants take turns,
in reversed order every other round. Other work on a machine only ever adds time, so the smallest time of all rounds is compared; quartiles
show the spread.

## 1,000 pools

${usualSize(results)}

![Milliseconds of each phase](./performance/phases.svg)

${phases(results)}

## Any number of pools

${allSizes(results)}

![Seconds by number of pools](./performance/seconds.svg)

![Multiples of the bare resource by number of pools](./performance/ratios.svg)

## Memory

${memory(results)}

## Long texts

${text(results)}

## Import

In processes of their own that have imported cdktf before.

${imports(results)}

![Milliseconds to import](./performance/imports.svg)

## Python

${python(results)}

## \`cdktf synth\`

The app of examples/quickstart, one pool. The library comes compiled, as from the registry, except in the last line.

${cli(results)}

## Limits

\`npm run bench -- --gate\`, which is part of the checks of every change, holds bare resource, AzapiResource and pool at 1,000 pools, import
and long texts against these limits; \`npm run bench\` all of them. The smaller of the ratios of time and of CPU time counts: a slower library
needs more of both.

${limits(checks)}
`;
}

/** What to make of figures of fewer rounds than usual. */
function firstLook({ synthesis }: Results): string {
  const rounds = runsOf(synthesis, USUAL, 'interpreter', 'bare').length;
  return rounds < USUAL.rounds
    ? `\n\n**A first look**: at most ${rounds} of ${USUAL.rounds} rounds. Times are those of a busy machine if it was one; of the ratios, that of CPU time is the steadier.`
    : '';
}

function limits(checks: readonly Check[]): string {
  return table(
    ['ratio of the smallest times', 'measured', 'limit', 'from'],
    checks.map(check => [check.title, `${check.ratio.toFixed(2)}${passes(check) ? '' : ' **over**'}`, String(check.limit), check.figures]),
  );
}
