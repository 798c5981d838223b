import type { SessionsApi } from './sessions-api';
import type { Transport } from '../../examples/clients/session-pool';
import { overTheNetwork } from '../../examples/clients/session-pool';

/** Sends requests for the host of a pool to a stand-in, and refuses all others. */
export function toLoopback(api: SessionsApi, host: string): Transport {
  return async request => {
    const { host: asked, pathname, search } = new URL(request.url);
    if (asked !== host) throw new Error(`requests go to ${host} alone, got one to ${asked}`);
    return overTheNetwork({ ...request, url: `${api.origin}${pathname}${search}` });
  };
}
