import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScratchCopy, Step } from './scratch-copy';
import { ROOT } from './scratch-copy';
import { testWalk } from './walk';

const ROOM = 'lib/custom-container';
const PROPS = `${ROOM}/custom-container-pool-props.ts`;
const suite = (name: string) => `test/guarantees/${name}.test.ts`;

const CARD = `import fc from 'fast-check';
import { container } from '../../card';
import { CONTAINER } from '../../values';

const PATH = \`\${CONTAINER}.stopSignal\`;

export default container('stopSignal', {
  armPath: PATH,
  valid: [['the stopSignal SIGTERM', 'SIGTERM']],
  invalid: [['term', "stopSignal must be the name of a signal such as 'SIGTERM', got 'term'"]],
  arbitrary: { valid: fc.constantFrom('SIGTERM', 'SIGKILL'), invalid: fc.constantFrom('', 'term', '15') },
  edits: [{ title: 'stopSignal', after: { stopSignal: 'SIGKILL' }, action: 'in place', paths: [\`body.\${PATH}\`] }],
  drift: [{ to: 'SIGHUP' }],
});
`;

/** A property that Azure does not have. */
const STEPS: readonly Step[] = [
  {
    file: PROPS,
    content: [
      [
        /^ *readonly args\?: string\[\];\n/m,
        `$&
  /**
   * The signal that stops the container.
   * @default - that of the image
   */
  readonly stopSignal?: string;
`,
      ],
    ],
    missedBy: suite('cards'),
  },
  {
    file: `${ROOM}/custom-container-pool-body.ts`,
    content: [[/^ *args: props\.args\b.*\n/m, '$&          ...(props.stopSignal !== undefined && { stopSignal: props.stopSignal }),\n']],
    missedBy: suite('tokens'),
  },
  {
    file: `${ROOM}/custom-container-pool-rules.ts`,
    content: [
      [
        /^ *\(\{ args \}, findings\).*\n/m,
        `$&  ({ stopSignal }, findings) =>
    findings.text('stopSignal', stopSignal, { pattern: /^SIG[A-Z]+$/, rule: "be the name of a signal such as 'SIGTERM'" }),
`,
      ],
    ],
    missedBy: suite('bad-inputs'),
  },
  {
    file: 'test/properties/cards/custom-container/stop-signal.ts',
    named: 'test/properties/cards/custom-container/<property>.ts',
    content: CARD,
    missedBy: suite('cards'),
  },
  {
    file: 'test/arm/session-pool-tree.ts',
    content: [[/^ *args: \['string'\],\n/m, "$&        stopSignal: 'string',\n"]],
    missedBy: suite('body-schema'),
  },
];

/** The assembly with the property is made once: what is left out of it is only ever the property itself. */
function generate(copy: ScratchCopy, leftOut?: string): void {
  const [assembly, kept] = [copy.at('.jsii'), copy.at('with-property.jsii')];
  if (leftOut === undefined) {
    copy.run('jsii', '--silence-warnings=reserved-word');
    copyFileSync(assembly, kept);
  } else {
    copyFileSync(leftOut === PROPS ? join(ROOT, '.jsii') : kept, assembly);
  }
  copy.runScript('test/support/struct-properties.ts');
}

describe('a new ARM property on custom container pools', () => {
  testWalk({
    heading: 'A new ARM property on custom container pools',
    atMost: 5,
    steps: STEPS,
    named: /stopSignal/,
    derived: ['cards', 'bad-inputs', 'valid-pools', 'body-schema', 'tokens'].map(suite),
    alsoRun: { titles: 'every property has a card' },
    generate,
  });
});
