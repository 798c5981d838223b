import type { ContainerProbe, ContainerProbeOptions, HttpGetProbe } from './container-probe';
import type { Findings } from '../validation/findings';

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
  if (!findings.list('probes', probes)) {
    return;
  }
  const types = probes.map(probe => probe?.probeType);
  for (const type of new Set(types.filter((each, index) => each && types.indexOf(each) < index))) {
    findings.error(`probes must have at most one probe of each type, got ${types.filter(each => each === type).length} of type ${type}`);
  }
  probes.forEach((probe, index) => {
    const path = `probes[${index}]`;
    const { probeType, options } = probe ?? {};
    if (findings.required(path, probeType && options, 'use ContainerProbe.liveness or ContainerProbe.startup')) {
      findings.text(`${path}.probeType`, probeType, { pattern: /^(Liveness|Startup)$/, rule: "be 'Liveness' or 'Startup'" });
      checkProbe(path, options, findings);
    }
  });
}

function checkProbe(path: string, options: ContainerProbeOptions, findings: Findings): void {
  const { httpGet, tcpSocket, successThreshold } = options;
  if (httpGet && tcpSocket) {
    findings.error(`${path} must have exactly one of httpGet and tcpSocket, got both`);
  } else if (!httpGet && !tcpSocket) {
    findings.error(`${path} must have exactly one of httpGet and tcpSocket, got none`);
  }
  if (httpGet) {
    checkHttpGet(`${path}.httpGet`, httpGet, findings);
  }
  if (tcpSocket) {
    checkPort(`${path}.tcpSocket.port`, tcpSocket.port, findings);
    findings.literal(`${path}.tcpSocket.host`, tcpSocket.host);
    findings.warn('tcp-probe', `${path}.tcpSocket is documented as not supported yet: prefer httpGet`);
  }
  findings.integer(`${path}.successThreshold`, successThreshold, { min: 1, max: 1 });
  for (const [setting, { min, max }] of Object.entries(DOCUMENTED)) {
    const value = options[setting as Setting];
    if (findings.integer(`${path}.${setting}`, value, { min: 0 }) && (value! < min || value! > max)) {
      findings.warn('probe-bounds', `${path}.${setting} is ${value}: the documented range is ${min} to ${max}`);
    }
  }
}

function checkHttpGet(path: string, { port, scheme, path: urlPath, host, httpHeaders }: HttpGetProbe, findings: Findings): void {
  checkPort(`${path}.port`, port, findings);
  findings.text(`${path}.scheme`, scheme, { pattern: /^HTTPS?$/, rule: "be 'HTTP' or 'HTTPS'" });
  findings.literal(`${path}.path`, urlPath);
  findings.literal(`${path}.host`, host);
  if (findings.list(`${path}.httpHeaders`, httpHeaders)) {
    httpHeaders.forEach((header, index) => {
      const { name, value } = header ?? {};
      findings.required(`${path}.httpHeaders[${index}].name`, name, 'the name of a header');
      findings.text(`${path}.httpHeaders[${index}].name`, name, { pattern: /^[\w!#$%&'*+.^`|~-]+$/, rule: 'be the name of a header' });
      findings.requiredText(`${path}.httpHeaders[${index}].value`, value);
      findings.literal(`${path}.httpHeaders[${index}].value`, value);
    });
  }
}

function checkPort(prop: string, port: number, findings: Findings): void {
  findings.required(prop, port, 'the port that is probed');
  findings.integer(prop, port, { min: 1, max: 65535 });
}
