import { ArmError } from './arm-error';
import type { JsonObject } from './json';
import type { ResourceId } from './resource-id';
import type { Resource, ResourceStore } from './resource-store';
import type { Rules } from './rules';

/** A PUT, or a PATCH merged with what is there. */
export interface Write {
  readonly id: ResourceId;
  readonly apiVersion: string;
  readonly body: JsonObject;
  /** The body before null was made absent. */
  readonly sent: JsonObject;
  readonly existing?: Resource;
  readonly store: ResourceStore;
  readonly rules: Rules;
  /** Whether a resource that the body refers to exists. */
  readonly exists: (id: string) => boolean;
}

/** The answers of POST actions, by lower-case name. */
export interface ResourceActions {
  readonly [name: string]: (resource: Resource) => JsonObject;
}

/** How a type of resource behaves. */
export interface ResourceKind {
  /** The api versions that are served; any if left out. */
  readonly apiVersions?: readonly string[];

  /** Unknown properties that are ignored rather than refused: a match on the path. */
  readonly ignoredProperties?: RegExp;

  readonly deletesSlowly?: boolean;

  /** The version whose property tree bodies are held against. */
  schemaVersion?(apiVersion: string): string;

  /** The body of a resource that exists without anybody having created it, and that cannot be deleted. */
  builtIn?(id: ResourceId, store: ResourceStore): JsonObject | undefined;

  /** The body to keep. Throws an {@link ArmError} to refuse. */
  accept(write: Write): JsonObject;

  /** Why the resource cannot be deleted. */
  refuseDelete?(resource: Resource, store: ResourceStore, rules: Rules): ArmError | undefined;

  /** What a write answers while an operation of the resource runs. */
  busy?(id: ResourceId): ArmError;

  /** Whether a write goes on after its answer. */
  writesSlowly?(body: JsonObject): boolean;

  /** Why a write fails in the end. */
  outcome?(write: Write, body: JsonObject): ArmError | undefined;

  /** The status of a create. */
  createdStatus(body: JsonObject): number;

  /** What is answered. */
  render(resource: Resource, apiVersion: string, query: URLSearchParams): JsonObject;

  actions?(apiVersion: string): ResourceActions;

  notFound(id: ResourceId): ArmError;
}

/** source: ARM common deployment errors */
export function resourceNotFound(id: ResourceId): ArmError {
  const place = id.resourceGroup ? ` under resource group '${id.resourceGroup}'` : '';
  return new ArmError(
    404,
    'ResourceNotFound',
    `The Resource '${id.type}/${id.name}'${place} was not found. ` + 'For more details please go to https://aka.ms/ARMResourceNotFoundFix',
  );
}
