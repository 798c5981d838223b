import type { Construct } from 'constructs';
import { hasDnsZone } from './dns-zones';
import { EnvironmentLogs } from './environment-logs';
import { isInternal } from './environment-resource';
import type { SessionPoolEnvironmentProps } from './session-pool-environment';
import { hasLogSetting } from '../monitoring/log-settings';
import { warnAtSynthesis } from '../validation/at-synthesis';
import type { Warning } from '../validation/collected-findings';

/** Warns, when the app is synthesized, of what an environment of the app lacks to be of use. */
export function warnOfGaps(environment: Construct, props: SessionPoolEnvironmentProps): void {
  warnAtSynthesis(environment, 'SessionPoolEnvironment', props, () => gapsOf(environment, props));
}

function gapsOf(environment: Construct, props: SessionPoolEnvironmentProps): Warning[] {
  const { destination } = props.logs ?? EnvironmentLogs.azureMonitor();
  const gaps: Warning[] = [];
  if (destination === 'azure-monitor' && !hasLogSetting(environment)) {
    gaps.push({
      id: 'logs-go-nowhere',
      message:
        'logs go to Azure Monitor, and the app has no diagnostic setting that sends them on: use sendLogsTo, or acknowledge the warning ' +
        'where the setting is not part of the app',
    });
  }
  if (isInternal(props) === true && !hasDnsZone(environment)) {
    gaps.push({
      id: 'internal-without-dns-zone',
      message:
        'internal is true, and the app has no private DNS zone for the default domain of the environment, without which the hosts of its ' +
        'pools are not resolved: use SessionPoolPrivateDnsZone, or acknowledge the warning where the zone is not part of the app',
    });
  }
  return gaps;
}
