import { IMAGE_REFERENCE } from '../credentials/image-reference';
import { withoutPassword } from '../credentials/masks';
import type { Findings } from '../validation/findings';

const IMAGE = {
  mask: withoutPassword,
  pattern: IMAGE_REFERENCE,
  rule: "be an image reference such as 'registry.azurecr.io/name:tag' or 'registry.azurecr.io/name@sha256:<digest>'",
};

/** An image reference that a registry can resolve, and that always means the same image. */
export function checkImage(image: string, findings: Findings): void {
  findings.required('image', image, 'the image that the sessions run');
  if (!findings.text('image', image, IMAGE)) {
    return;
  }
  const { tag, digest } = IMAGE_REFERENCE.exec(image)!.groups!;
  if (!digest && (tag === undefined || tag === 'latest')) {
    findings.warn(
      'image-tag',
      `image '${image}' has ${tag === undefined ? 'no tag' : "the tag 'latest'"}: the pool caches the image and does not see that the tag moves; use a unique tag or a digest`,
    );
  }
}
