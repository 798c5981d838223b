import type { ITerraformDependable } from 'cdktf';
import type { Acknowledgement, AzapiProvider, SessionSecret } from '../../../../lib';

/** What edits need of the stack that they are made in. */
export interface Context {
  readonly secrets: { readonly one: SessionSecret; readonly two: SessionSecret };
  /** Another azapi provider than the default one, for the same Azure. */
  readonly provider: AzapiProvider;
  /** Something that exists before. */
  readonly before: ITerraformDependable;
}

export type Action = 'in place' | 'replaced' | 'no changes';

/** One property of a construct before and after, and what the plan says. */
export interface Edit<Props> {
  /** What kind of edit: `added`, `changed`, `removed` or something more special. */
  readonly title: string;
  readonly before?: Partial<Props>;
  readonly after?: Partial<Props>;
  /** What happens to the resource itself, and the arguments of azapi that differ. */
  readonly action: Action;
  readonly paths?: readonly string[];
  /** What happens to others, where it is not what follows from the action: `alert in place`. */
  readonly around?: readonly string[];
}

/** The edits of the properties of a construct. There is a test that none is left out. */
export type Edits<Props> = { readonly [property in keyof Props]?: ReadonlyArray<Edit<Props>> };

/** An optional property that gets a value, another one, and none. */
export function optional<Props, Name extends keyof Props>(
  name: Name,
  [one, other]: readonly [Props[Name], Props[Name]],
  action: Action,
  { added = [], changed = [], removed = added, around }: OptionalPaths = {},
): ReadonlyArray<Edit<Props>> {
  const given = (value: Props[Name]) => ({ [name]: value }) as unknown as Partial<Props>;
  return [
    { title: 'added', after: given(one), action, paths: added, around },
    { title: 'changed', before: given(one), after: given(other), action, paths: changed, around },
    { title: 'removed', before: given(one), action, paths: removed, around },
  ];
}

/** The edits of a timeout that is given already. */
export const TIMEOUT_EDITS = [
  {
    title: 'changed',
    before: { timeouts: { create: '61m' } },
    after: { timeouts: { create: '62m' } },
    action: 'in place',
    paths: ['timeouts.create'],
  },
] as const;

/** What says how Terraform manages a resource; none of it changes the resource. */
interface Managed {
  readonly acknowledgements?: Acknowledgement[];
  readonly adoptExisting?: boolean;
  readonly ignoreTags?: string[];
  readonly preventDestroy?: boolean;
  readonly tags?: { [name: string]: string };
}

/** The edits of how Terraform manages a resource. */
export function managementEdits(): Edits<Managed> {
  return {
    acknowledgements: [
      { title: 'added', after: { acknowledgements: [{ id: 'egress-enabled', reason: 'a reason' }] }, action: 'no changes' },
    ],
    adoptExisting: [{ title: 'added', after: { adoptExisting: true }, action: 'no changes' }],
    preventDestroy: [
      { title: 'added', after: { preventDestroy: true }, action: 'no changes' },
      { title: 'removed', before: { preventDestroy: true }, action: 'no changes' },
    ],
    ignoreTags: ignoreTagsEdits(),
  };
}

/** The edits of tags that are left alone, of a resource that has other tags. */
export function ignoreTagsEdits(): ReadonlyArray<Edit<Pick<Managed, 'ignoreTags' | 'tags'>>> {
  const tags = { team: 'a' };
  return [
    { title: 'added', before: { tags }, after: { tags, ignoreTags: ['policy'] }, action: 'no changes' },
    { title: 'removed', before: { tags, ignoreTags: ['policy'] }, after: { tags }, action: 'no changes' },
  ];
}

interface OptionalPaths {
  readonly added?: readonly string[];
  readonly changed?: readonly string[];
  /** @default - those of `added` */
  readonly removed?: readonly string[];
  readonly around?: readonly string[];
}
