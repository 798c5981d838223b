import { isAbsent, read, remove, write } from './place';
import type { Json, JsonObject } from '../json';
import { asObject } from '../json';
import type { Resource, ResourceStore } from '../resource-store';

/** `swapped`: something of the same kind stands where it stood, as another identity, or an identity instead of a password. */
export type DriftKind = 'changed' | 'removed' | 'swapped' | 'added';

/** What somebody does to a resource past Terraform. */
export interface Drift {
  /** The same for ever: `pool/command/removed`. */
  readonly id: string;
  readonly armType: string;
  readonly kind: DriftKind;
  /** Where in the body, as azapi spells it; nothing for the resource itself. `[+]` is one more item of a list. */
  readonly path: string;
  readonly title: string;
  /** Why no answer shows it, if none does. */
  outOfReach(resource: Resource): string | undefined;
  /** Whether a resource has what is changed, or lacks what is added. */
  applies(resource: Resource): boolean;
  apply(resource: Resource, store: ResourceStore): void;
}

/** What distinguishes a drift of a type. */
export interface DriftOptions {
  /** The new value, or what makes it of the old one. `removed` needs it only where a part is removed. */
  readonly to?: Json | ((old: Json | undefined, body: JsonObject) => Json | undefined);
  /** What the body has to have beside the place itself. */
  readonly when?: (body: JsonObject) => boolean;
  /** Whether something is added to what is there, instead of where nothing is. `[+]` says so too. */
  readonly more?: boolean;
  /** What goes with it, so that Azure would accept it. */
  readonly also?: (body: JsonObject) => void;
  readonly outOfReach?: (resource: Resource) => string | undefined;
}

type Define = (name: string, path: string, title: string, options?: DriftOptions) => Drift;

/** The drifts of a type. Their ids start with `prefix`. */
export function driftsOfType(
  armType: string,
  prefix: string,
): { readonly [kind in DriftKind]: Define } & { readonly deleted: () => Drift } {
  const define =
    (kind: DriftKind): Define =>
    (name, path, title, options = {}) => ({
      id: `${prefix}/${name}/${kind}`,
      armType,
      kind,
      path,
      title,
      outOfReach: resource => options.outOfReach?.(resource),
      applies: ({ body }) =>
        isPlaceFor(kind, path, body, options) && (options.when?.(body) ?? true) && (kind !== 'changed' || isOther(path, body, options)),
      apply: resource => {
        const body = structuredClone(resource.body);
        if (kind === 'removed' && options.to === undefined) remove(body, path);
        else write(body, path, valueOf(path, body, options));
        options.also?.(body);
        resource.body = body;
      },
    });
  return {
    changed: define('changed'),
    removed: define('removed'),
    swapped: define('swapped'),
    added: define('added'),
    deleted: () => ({
      id: `${prefix}/resource/removed`,
      armType,
      kind: 'removed',
      path: '',
      title: 'it is deleted',
      outOfReach: () => undefined,
      applies: () => true,
      apply: ({ id }, store) => void store.delete(id),
    }),
  };
}

/** What happens to the tags of a type that has them. */
export function tagDrifts(armType: string, prefix: string): Drift[] {
  const { changed, removed, swapped, added } = driftsOfType(armType, prefix);
  const first = (tags: Json | undefined) => Object.entries(asObject(tags))[0] as [string, Json];
  return [
    changed('tag', 'tags', 'a tag has another value', { to: tags => ({ ...asObject(tags), [first(tags)[0]]: 'another value' }) }),
    removed('tags', 'tags', 'all tags are removed'),
    swapped('tag', 'tags', 'a tag has another name', {
      to: tags => ({ ...asObject(tags), [first(tags)[0]]: undefined, 'another-name': first(tags)[1] }),
    }),
    added('tags', 'tags', 'a tag is added where there are none', { to: { intruder: 'yes' } }),
    added('tag', 'tags', 'a tag is added to others', { to: tags => ({ ...asObject(tags), intruder: 'yes' }), more: true }),
  ];
}

/** Something is added where nothing is, or to what is there; the others need something. */
function isPlaceFor(kind: DriftKind, path: string, body: JsonObject, { more = path.endsWith('[+]') }: DriftOptions): boolean {
  return isAbsent(read(body, path.replace('[+]', ''))) === (kind === 'added' && !more);
}

function isOther(path: string, body: JsonObject, options: DriftOptions): boolean {
  return JSON.stringify(read(body, path)) !== JSON.stringify(valueOf(path, body, options));
}

function valueOf(path: string, body: JsonObject, { to }: DriftOptions): Json | undefined {
  return typeof to === 'function' ? to(read(body, path), body) : structuredClone(to);
}
