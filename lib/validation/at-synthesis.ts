import type { TerraformElement } from 'cdktf';
import { Aspects } from 'cdktf';
import type { IConstruct } from 'constructs';
import { ValidationError } from '../errors';
import type { Warning } from './collected-findings';
import { Findings } from './findings';
import type { AcknowledgingProps } from './report';
import { reportFindings } from './report';

/**
 * Refuses a construct whose failures are known only when everything is defined. They are looked for when cdktf validates, so that those of all
 * constructs are reported together, and again when the element is rendered, which no way to synthesize leaves out.
 */
export function refuseAtSynthesis(construct: IConstruct, kind: string, element: TerraformElement, failures: () => string[]): void {
  let isLooking = false;
  const look = () => {
    if (isLooking) {
      return [];
    }
    isLooking = true;
    try {
      return failures();
    } finally {
      isLooking = false;
    }
  };
  construct.node.addValidation({ validate: look });
  for (const method of ['toTerraform', 'toHclTerraform'] as const) {
    const render = element[method].bind(element) as () => unknown;
    Object.defineProperty(element, method, {
      configurable: true,
      writable: true,
      value: () => {
        const found = look();
        if (found.length > 0) {
          throw new ValidationError(kind, construct.node.path, found);
        }
        return render();
      },
    });
  }
}

/**
 * Adds warnings that are known only when everything is defined to a construct, each once, however often the app is synthesized. They are looked
 * for when its resource is visited: aspects of the app may have changed that by then.
 */
export function warnAtSynthesis(construct: IConstruct, kind: string, props: AcknowledgingProps, warnings: () => Warning[]): void {
  const said = new Set<string>();
  Aspects.of(construct).add({
    visit: (visited: IConstruct) => {
      if (visited !== (construct.node.defaultChild ?? construct)) {
        return;
      }
      const unsaid = warnings().filter(({ message }) => !said.has(message));
      if (unsaid.length === 0) {
        return;
      }
      const findings = new Findings();
      for (const { id, message } of unsaid) {
        said.add(message);
        findings.warn(id, message);
      }
      reportFindings(construct, kind, findings, props);
    },
  });
}
