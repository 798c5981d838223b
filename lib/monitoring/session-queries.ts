import type { SavedQuery } from './session-pool-query-pack';

const POOL_EVENTS = 'AppEnvSessionPoolEventLogs';
const CONSOLE = 'AppEnvSessionConsoleLogs';
const FAILURE = 'Level in~ ("Warning", "Error", "Critical", "Fatal") or Log has_any';
const CONSOLE_ERROR =
  'Level in~ ("Warning", "Error", "Critical", "Fatal") or Log has_any ("error", "exception", "fatal", "panic", "traceback")';

/**
 * Where an environment with `EnvironmentLogs.logAnalytics` sends console output. The table is there once a line has arrived, and nobody has
 * published its columns: names with the suffix of custom logs are read as well.
 */
const CUSTOM_CONSOLE = [
  'union isfuzzy=true (datatable(TimeGenerated:datetime)[]), AppEnvSessionConsoleLogs_CL',
  `| extend ${['SessionPoolName', 'PodName', 'Level', 'Log'].map(customColumn).join(', ')}`,
];

/**
 * The queries of a pack by their IDs. A query on the console output reads that table alone: the plan Basic allows no other.
 */
export const SESSION_QUERIES: { [id: string]: SavedQuery } = {
  'sessions-by-hour': {
    displayName: 'Sessions by hour',
    description: 'How many sessions each pool had in each hour of the last seven days.',
    query: lines(
      'AppEnvSessionLifecycleLogs',
      '| where TimeGenerated > ago(7d)',
      '| summarize Sessions = dcount(PodName) by SessionPoolName, bin(TimeGenerated, 1h)',
      '| render timechart',
    ),
  },
  'lifecycle-of-sessions': {
    displayName: 'What happened to sessions',
    description: 'How often each operation happened to the sessions of each pool in the last day, and when it last did.',
    query: lines(
      'AppEnvSessionLifecycleLogs',
      '| where TimeGenerated > ago(1d)',
      '| summarize Count = count(), Last = max(TimeGenerated) by SessionPoolName, OperationName, Level',
      '| order by Count desc',
    ),
  },
  'lifecycle-failures': {
    displayName: 'Sessions that failed',
    description: 'Allocations, starts and stops of sessions that went wrong in the last day, the newest first.',
    query: lines(
      'AppEnvSessionLifecycleLogs',
      '| where TimeGenerated > ago(1d)',
      `| where ${FAILURE} ("error", "failed", "failure", "timeout", "unhealthy")`,
      '| project TimeGenerated, SessionPoolName, PodName, Level, OperationName, Log',
      '| order by TimeGenerated desc',
    ),
  },
  'console-output': {
    displayName: 'Console output of all sessions',
    description: 'The last 1000 lines that sessions wrote in the last hour.',
    query: lines(
      CONSOLE,
      '| where TimeGenerated > ago(1h)',
      '| project TimeGenerated, SessionPoolName, PodName, Log',
      '| top 1000 by TimeGenerated desc',
    ),
  },
  'console-output-log-analytics': {
    displayName: 'Console output of all sessions, environment with Log Analytics',
    description: 'The last 1000 lines that sessions wrote in the last hour, of environments whose destination of logs is Log Analytics.',
    query: lines(
      ...CUSTOM_CONSOLE,
      '| where TimeGenerated > ago(1h)',
      '| project TimeGenerated, SessionPoolName, PodName, Log',
      '| top 1000 by TimeGenerated desc',
    ),
  },
  'console-output-of-one-session': {
    displayName: 'Console output of one session',
    description:
      'All that one session wrote in the last day. The logs know a session by the name of its pod, which goes into the first line.',
    query: lines(
      'let podName = "the name of the pod";',
      CONSOLE,
      '| where TimeGenerated > ago(1d) and PodName == podName',
      '| project TimeGenerated, SessionPoolName, Log',
      '| order by TimeGenerated asc',
    ),
  },
  'console-output-of-one-session-log-analytics': {
    displayName: 'Console output of one session, environment with Log Analytics',
    description:
      'All that one session wrote in the last day, in an environment whose destination of logs is Log Analytics. ' +
      'The logs know a session by the name of its pod, which goes into the first line.',
    query: lines(
      'let podName = "the name of the pod";',
      ...CUSTOM_CONSOLE,
      '| where TimeGenerated > ago(1d) and PodName == podName',
      '| project TimeGenerated, SessionPoolName, Log',
      '| order by TimeGenerated asc',
    ),
  },
  'console-errors': {
    displayName: 'Errors in the console output',
    description: 'The last 1000 lines of the last day that look like errors.',
    query: lines(
      CONSOLE,
      '| where TimeGenerated > ago(1d)',
      `| where ${CONSOLE_ERROR}`,
      '| project TimeGenerated, SessionPoolName, PodName, Log',
      '| top 1000 by TimeGenerated desc',
    ),
  },
  'console-errors-log-analytics': {
    displayName: 'Errors in the console output, environment with Log Analytics',
    description: 'The last 1000 lines of the last day that look like errors, of environments whose destination of logs is Log Analytics.',
    query: lines(
      ...CUSTOM_CONSOLE,
      '| where TimeGenerated > ago(1d)',
      `| where ${CONSOLE_ERROR}`,
      '| project TimeGenerated, SessionPoolName, PodName, Log',
      '| top 1000 by TimeGenerated desc',
    ),
  },
  'pool-events': {
    displayName: 'Events of pools',
    description: 'What the pools did in the last day, such as starting and removing containers, the newest first.',
    query: lines(
      POOL_EVENTS,
      '| where TimeGenerated > ago(1d)',
      '| project TimeGenerated, SessionPoolName, PodName, Level, OperationName, Log',
      '| order by TimeGenerated desc',
    ),
  },
  'pool-failures': {
    displayName: 'Pools that cannot start sessions',
    description: 'How often images could not be pulled, probes failed and containers crashed in the last day, and when they last did.',
    query: lines(
      POOL_EVENTS,
      '| where TimeGenerated > ago(1d)',
      `| where ${FAILURE} ("error", "failed", "ImagePullBackOff", "CrashLoopBackOff", "OOMKilled", "unhealthy")`,
      '| summarize Count = count(), Last = max(TimeGenerated), Example = take_any(Log) by SessionPoolName, OperationName',
      '| order by Count desc',
    ),
  },
};

function customColumn(name: string): string {
  return `${name} = tostring(column_ifexists("${name}", column_ifexists("${name}_s", "")))`;
}

function lines(...text: string[]): string {
  return text.join('\n');
}
