import type { ArmError } from './arm-error';
import type { Echo } from './echo';
import type { Json, JsonObject } from './json';
import type { ResourceId } from './resource-id';
import type { ResourceKind } from './resource-kind';
import type { Rules } from './rules';

export interface ArmRequest {
  readonly method: string;
  readonly path: string;
  readonly apiVersion?: string;
  readonly query?: URLSearchParams;
  readonly body?: Json;
  /** How the long-running operation that the request starts goes wrong. A request that starts none is made to. */
  readonly mishap?: { readonly failure: ArmError } | { readonly hangs: true };
}

export interface ArmAnswer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: JsonObject;
}

/** What a test may change at any time. */
export interface Settings {
  readonly endpoint: string;
  readonly echo: Echo;
  readonly rules: Rules;
}

/** A request for a resource. */
export interface Target {
  readonly id: ResourceId;
  readonly kind: ResourceKind;
  readonly apiVersion: string;
  readonly request: ArmRequest;
}
