const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const PORT = ':\\d{1,5}';
const IPV6 = '\\[[0-9a-fA-F:]+\\]';
/** As Docker has it: what stands before the first slash is a host if it has a dot or a port, or is `localhost`. */
const HOST = `(?:localhost|${LABEL}(?:\\.${LABEL})+|${IPV6})(?:${PORT})?|${LABEL}${PORT}`;
const DIGEST = 'sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}';
const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
/** An image reference; its groups are `host`, `path`, `tag` and `digest`. */
export const IMAGE_REFERENCE = new RegExp(
  `^(?:(?<host>${HOST})/)?(?<path>${COMPONENT}(?:/${COMPONENT})*)(?::(?<tag>\\w[\\w.-]{0,127}))?(?:@(?<digest>${DIGEST}))?$`,
);
/** The host of a registry, with or without a name that Docker would take for a host. */
export const REGISTRY_HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|${IPV6})(?:${PORT})?$`);
const DOCKER_HUB = 'docker.io';

/** The registry of a literal image reference. */
export function registryOf(image: string): string {
  return IMAGE_REFERENCE.exec(image)?.groups?.host ?? DOCKER_HUB;
}
