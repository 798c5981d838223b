import type { Random } from './random';
import { SUBSCRIPTION } from '../../support/fixtures';

/** Roles that the rule knows, and one that it does not. */
export const GUIDS = [
  '0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0',
  'F7669AFB-68b2-44b4-9c5f-6d2a47fddda0',
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
  '7f951dda-4ed3-4680-a7ca-43fe172d538d',
];
/** The ID of a role definition. */
export const definition = (guid: string) => `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;

/** An ID or the path of an action as it can be written too. Some are of something else then. */
export function spelled(random: Random, path: string): string {
  const at = 1 + random.below(path.length - 1);
  const slash = path.lastIndexOf('/', at) + 1;
  const [before, after] = [path.slice(0, slash), path.slice(slash)];
  return random.of([
    path,
    `${before}/${after}`,
    `${before}./${after}`,
    `${before}x/../${after}`,
    `${before}x/y/../../${after}`,
    `${before}../${after}`,
    `${path.slice(0, at)}%${path.charCodeAt(at).toString(16)}${path.slice(at + 1)}`,
    `${path.slice(0, at)}%25${path.slice(at)}`,
    `${path}/`,
    `${path}#/x`,
    `${path}?x=/y`,
    `\${format("${path}")}`,
    path.toUpperCase(),
  ]);
}

/** The ID of a role definition in its forms, and what is none. */
export function roleId(random: Random): string {
  const guid = random.of(GUIDS);
  return random.of([
    definition(guid),
    definition(guid),
    `${definition(guid)}/`,
    guid,
    `{${guid}}`,
    guid.replaceAll('-', ''),
    `${definition(guid)} `,
    `${definition(guid)}?x`,
    `x${guid}`,
    `${guid}0`,
    '${azapi_resource.later.id}',
    '${var.known}',
  ]);
}
