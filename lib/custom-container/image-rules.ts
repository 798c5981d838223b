import { Findings } from '../validation/findings';

const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
/** As Docker has it: what stands before the first slash is a host if it has a dot or a port, or is `localhost`. */
const HOST = `(?=localhost/|[^/]*[.:])${LABEL}(?:\\.${LABEL})*(?::\\d{1,5})?`;
const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const REFERENCE = new RegExp(`^(?:(?<host>${HOST})/)?(?<path>${COMPONENT}(?:/${COMPONENT})*)(?::(?<tag>\\w[\\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$`);
const DOCKER_HUB = 'docker.io';

const IMAGE = { pattern: REFERENCE, rule: "be an image reference such as 'registry.azurecr.io/name:tag' or 'registry.azurecr.io/name@sha256:<digest>'" };

/** An image reference that a registry can resolve, and that always means the same image. */
export function checkImage(image: string, findings: Findings): void {
  findings.required('image', image, 'the image that the sessions run');
  if (!findings.text('image', image, IMAGE)) {
    return;
  }
  const { tag, digest } = REFERENCE.exec(image)!.groups!;
  if (!digest && (tag === undefined || tag === 'latest')) {
    findings.warn('image-tag', `image '${image}' has ${tag === undefined ? 'no tag' : "the tag 'latest'"}: the pool caches the image and does not see that the tag moves; use a unique tag or a digest`);
  }
}

/** The registry of a literal image reference. */
export function registryOf(image: string): string {
  return REFERENCE.exec(image)?.groups?.host ?? DOCKER_HUB;
}
