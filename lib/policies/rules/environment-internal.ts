import { PolicyLevel } from '../policy-level';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';
import { isFilled, isTrue } from '../values';

const AZURERM = 'azurerm_container_app_environment';

/** No public address. */
export const ENVIRONMENT_INTERNAL: ISessionPoolRule = {
  ruleId: 'SessionPoolEnvironmentInternal',
  kind: PolicyResourceKind.ENVIRONMENT,
  level: PolicyLevel.WARNING,
  cause:
    'A Container Apps environment is not internal. Every environment of the configuration counts, since pools of other stacks can use it.',
  explanation:
    'The management API of the pools and everything in the sessions that listens has an address on the internet, guarded by ' +
    'tokens alone.',
  remedy: 'give the environment a subnet and leave internal out, or set it to true; internal_load_balancer_enabled = true in azurerm',
  check: environment => {
    const [name, value] =
      environment.resourceType === AZURERM
        ? ['internal_load_balancer_enabled', environment.argument('internal_load_balancer_enabled')]
        : ['vnetConfiguration.internal', environment.property('vnetConfiguration.internal')];
    return (isFilled(value) || !environment.isPartial) && environment.isKnown(value) && !isTrue(value) ? [`${name} is not true`] : [];
  },
};
