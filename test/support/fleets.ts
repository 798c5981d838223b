import type { Construct } from 'constructs';
import { RESOURCE_GROUP_ID } from './fixtures';
import type { SynthesizedResource } from './synth';
import { synthesize } from './synth';
import type { CodeInterpreterPoolFleetProps } from '../../lib';
import { CodeInterpreterPoolFleet } from '../../lib';

export function fleet(scope: Construct, props: Partial<CodeInterpreterPoolFleetProps> = {}): CodeInterpreterPoolFleet {
  return new CodeInterpreterPoolFleet(scope, 'fleet', {
    sessions: 1500,
    locations: ['westus2'],
    resourceGroupId: RESOURCE_GROUP_ID,
    ...props,
  });
}

/** The pools of a fleet by their addresses in the configuration, without what cdktf notes about them. */
export function pools(props: Partial<CodeInterpreterPoolFleetProps>): { [address: string]: SynthesizedResource } {
  const { resource } = synthesize(stack => void fleet(stack, props));
  return Object.fromEntries(
    Object.entries(resource.azapi_resource).map(([id, { '//': metadata, ...pool }]) => [id, pool as unknown as SynthesizedResource]),
  );
}
