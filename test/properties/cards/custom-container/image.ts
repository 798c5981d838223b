import fc from 'fast-check';
import { container } from '../../card';
import { CONTAINER, letters, variable } from '../../values';

const RULE = "image must be an image reference such as 'registry.azurecr.io/name:tag' or 'registry.azurecr.io/name@sha256:<digest>', got";
const DIGEST = 'a'.repeat(64);
const PATH = `${CONTAINER}.image`;
const digests = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });

export default container('image', {
  armPath: PATH,
  valid: [
    ['an image with a digest', `registry.azurecr.io/app@sha256:${'0'.repeat(64)}`],
    ['an image with a tag and a digest', `registry.azurecr.io/app:latest@sha256:${'f'.repeat(64)}`],
    ['an image with a port', 'localhost:5000/a/b_c/d.e/f--g:V1.0_x'],
    ['an image with a host in capitals', 'Registry.azurecr.io/app:1'],
    ['an image of Docker Hub', 'library/python:3.12'],
    ['an image without a tag', 'app', 'image-tag'],
    ['an image with the tag latest', 'registry.azurecr.io/app:latest', 'image-tag'],
    ['the longest tag', `app:${'t'.repeat(128)}`],
    ['an image made of a literal and a token', scope => `registry.azurecr.io/app:${variable(scope)}`],
  ],
  invalid: [
    [undefined, 'image must be given: the image that the sessions run'],
    ['', `${RULE} ''`],
    ['App', `${RULE} 'App'`],
    ['app:', `${RULE} 'app:'`],
    ['app@sha256:abc', `${RULE} 'app@sha256:abc'`],
    [`app@sha256:${DIGEST.toUpperCase()}`, `${RULE} 'app@sha256:${DIGEST.toUpperCase()}'`],
    [`app@md5:${DIGEST}`, `${RULE} 'app@md5:${DIGEST}'`],
    ['https://registry.azurecr.io/app:1', `${RULE} 'https://registry.azurecr.io/app:1'`],
    ['registry.azurecr.io/app:a b', `${RULE} 'registry.azurecr.io/app:a b'`],
    [`app:${'t'.repeat(129)}`, `${RULE} 'app:${'t'.repeat(129)}'`],
    ['registry.azurecr.io//app:1', `${RULE} 'registry.azurecr.io//app:1'`],
    ['app/', `${RULE} 'app/'`],
    ['registry.azurecr.io/App:1', `${RULE} 'registry.azurecr.io/App:1'`],
    ['-app:1', `${RULE} '-app:1'`],
    ['${var.image}', `${RULE} '\${var.image}'`],
    ['registry.azurecr.io/app:1\n', `${RULE} 'registry.azurecr.io/app:1\\n'`],
  ],
  arbitrary: {
    always: true,
    valid: fc
      .tuple(
        fc.constantFrom('', 'docker.io/', 'ghcr.io/acme/', 'registry.azurecr.io/', 'localhost:5000/'),
        letters(1, 12),
        fc.oneof(
          letters(1, 10).map(tag => `:${tag}`),
          digests.map(each => `@sha256:${each}`),
          fc.constant(''),
        ),
      )
      .map(parts => parts.join('')),
    invalid: fc.oneof(
      fc.constant(''),
      letters(1, 5).map(each => `${each}:`),
      letters(1, 5).map(each => `https://${each}`),
      letters(1, 5).map(each => `${each} x`),
    ),
  },
  edits: [
    { title: 'image', after: { image: 'registry.azurecr.io/app:1.1' }, action: 'in place', paths: [`body.${PATH}`] },
    {
      title: 'image, with ignoreImage',
      before: { ignoreImage: true },
      after: { ignoreImage: true, image: 'registry.azurecr.io/app:1.1' },
      action: 'no changes',
    },
  ],
  drift: [{ id: 'pool/image/changed' }],
});
