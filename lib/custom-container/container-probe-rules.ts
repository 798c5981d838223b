import type { ContainerProbe, ContainerProbeOptions } from './container-probe';
import type { HttpGetProbeOptions, ProbeHandler } from './probe-handler';
import type { Findings } from '../validation/findings';
import { checkObject, checkObjectList } from '../validation/objects';

const PROBE = { type: 'ContainerProbe', use: 'ContainerProbe.liveness or ContainerProbe.startup' };
const HANDLER = { type: 'ProbeHandler', use: 'ProbeHandler.httpGet or ProbeHandler.tcpSocket' };

type Setting = keyof ContainerProbeOptions &
  ('failureThreshold' | 'initialDelaySeconds' | 'periodSeconds' | 'timeoutSeconds' | 'terminationGracePeriodSeconds');

/** The documented ranges. The service is known to accept more, so that outside of them is only a warning. */
const DOCUMENTED: { [setting in Setting]: { min: number; max: number } } = {
  failureThreshold: { min: 1, max: 10 },
  initialDelaySeconds: { min: 1, max: 60 },
  periodSeconds: { min: 1, max: 240 },
  timeoutSeconds: { min: 1, max: 240 },
  terminationGracePeriodSeconds: { min: 0, max: 3600 },
};

/** The probes of a container. */
export function checkProbes(probes: ContainerProbe[] | undefined, findings: Findings): void {
  if (!checkObjectList('probes', probes, PROBE, findings)) {
    return;
  }
  const types = probes.map(probe => probe?.probeType);
  for (const type of new Set(types.filter((each, index) => each && types.indexOf(each) < index))) {
    findings.error(`probes must have at most one probe of each type, got ${types.filter(each => each === type).length} of type ${type}`);
  }
  probes.forEach((probe, index) => {
    const path = `probes[${index}]`;
    const { probeType, handler, options } = probe ?? {};
    if (checkObject(path, probe, Boolean(probeType && options), PROBE, findings)) {
      findings.text(`${path}.probeType`, probeType, { pattern: /^(Liveness|Startup)$/, rule: "be 'Liveness' or 'Startup'" });
      checkHandler(path, handler, findings);
      checkOptions(path, options, findings);
    }
  });
}

function checkHandler(path: string, handler: ProbeHandler | undefined, findings: Findings): void {
  const { httpGetOptions, tcpSocketOptions } = handler ?? {};
  if (!checkObject(`${path}.handler`, handler, !httpGetOptions !== !tcpSocketOptions, HANDLER, findings)) {
    return;
  }
  if (httpGetOptions) {
    checkHttpGet(`${path}.httpGet`, httpGetOptions, findings);
  }
  if (tcpSocketOptions) {
    checkPort(`${path}.tcpSocket.port`, tcpSocketOptions.port, findings);
    findings.hidden.literal(`${path}.tcpSocket.host`, tcpSocketOptions.host);
    findings.warn('tcp-probe', `${path}.tcpSocket is documented as not supported yet: prefer httpGet`);
  }
}

function checkOptions(path: string, options: ContainerProbeOptions, findings: Findings): void {
  findings.integer(`${path}.successThreshold`, options.successThreshold, { min: 1, max: 1 });
  for (const [setting, { min, max }] of Object.entries(DOCUMENTED)) {
    const value = options[setting as Setting];
    if (findings.integer(`${path}.${setting}`, value, { min: 0 }) && (value! < min || value! > max)) {
      findings.warn('probe-bounds', `${path}.${setting} is ${value}: the documented range is ${min} to ${max}`);
    }
  }
}

function checkHttpGet(path: string, { port, scheme, path: urlPath, host, httpHeaders }: HttpGetProbeOptions, findings: Findings): void {
  checkPort(`${path}.port`, port, findings);
  findings.text(`${path}.scheme`, scheme, { pattern: /^HTTPS?$/, rule: "be 'HTTP' or 'HTTPS'" });
  findings.hidden.literal(`${path}.path`, urlPath);
  findings.hidden.literal(`${path}.host`, host);
  if (findings.hidden.list(`${path}.httpHeaders`, httpHeaders)) {
    httpHeaders.forEach((header, index) => {
      const { name, value } = header ?? {};
      findings.required(`${path}.httpHeaders[${index}].name`, name, 'the name of a header');
      findings.text(`${path}.httpHeaders[${index}].name`, name, { pattern: /^[\w!#$%&'*+.^`|~-]+$/, rule: 'be the name of a header' });
      findings.requiredText(`${path}.httpHeaders[${index}].value`, value);
      findings.hidden.literal(`${path}.httpHeaders[${index}].value`, value);
    });
  }
}

function checkPort(prop: string, port: number, findings: Findings): void {
  findings.required(prop, port, 'the port that is probed');
  findings.integer(prop, port, { min: 1, max: 65535 });
}
