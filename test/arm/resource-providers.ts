import { ArmError } from './arm-error';
import type { JsonObject } from './json';
import type { ResourceId } from './resource-id';

const PATH = /^\/subscriptions\/([^/]+)\/providers\/([^/]+)(\/register)?$/i;

/** Which resource providers a subscription has registered: all, unless a test takes one away. */
export class ResourceProviders {
  private readonly unregistered = new Set<string>();

  unregister(namespace: string): void {
    this.unregistered.add(namespace.toLowerCase());
  }

  /** The answer to a look at a provider, or to its registration; `undefined` if the path is neither. */
  handle(method: string, path: string): JsonObject | undefined {
    const [, subscriptionId, namespace, register] = PATH.exec(path) ?? [];
    if (!namespace) return undefined;
    if (register && method === 'POST') this.unregistered.delete(namespace.toLowerCase());
    const registered = !this.unregistered.has(namespace.toLowerCase());
    return {
      id: `/subscriptions/${subscriptionId}/providers/${namespace}`,
      namespace,
      registrationState: registered ? 'Registered' : 'NotRegistered',
      registrationPolicy: 'RegistrationRequired',
    };
  }

  /** source: ARM common deployment errors */
  requireRegistration(id: ResourceId): void {
    const namespace = id.type.split('/')[0];
    if (!this.unregistered.has(namespace.toLowerCase())) return;
    throw new ArmError(
      409,
      'MissingSubscriptionRegistration',
      `The subscription is not registered to use namespace '${namespace}'. ` +
        'See https://aka.ms/rps-not-found for how to register subscriptions.',
    );
  }
}
