import { Aspects } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import type { CustomContainerPoolProps } from './custom-container-pool';
import { environmentSecrets, isSameSecret } from '../credentials/secret-rules';
import type { SessionSecret } from '../credentials/session-secret';
import { environmentFailures } from '../environment/environment-lookup';
import { Findings, show } from '../validation/findings';
import { reportFindings } from '../validation/report';

/** Checks what can still change after the constructor: the environment, and which secrets are used. */
export function checkWhenComplete(pool: Construct, props: CustomContainerPoolProps, addedSecrets: () => SessionSecret[]): void {
  pool.node.addValidation({ validate: () => environmentFailures(pool, props) });
  Aspects.of(pool).add({
    visit: (construct: IConstruct) => {
      if (construct === pool) {
        warnOfUnusedSecrets(pool, props, addedSecrets());
      }
    },
  });
}

function warnOfUnusedSecrets(pool: Construct, props: CustomContainerPoolProps, addedSecrets: SessionSecret[]): void {
  const used = [...environmentSecrets(props), props.registryCredentials?.password, ...addedSecrets];
  const findings = new Findings();
  for (const { name } of (props.secrets ?? []).filter(secret => !used.some(other => other && isSameSecret(pool, other, secret)))) {
    findings.warn('unused-secret', `secret ${show(name)} is used by no environment variable and no registry`);
  }
  reportFindings(pool, 'CustomContainerPool', findings, props);
}
