import { container } from '../../card';

export default container('ignoreImage', {
  valid: [['an image that another pipeline rolls', true]],
  invalid: [['yes', "ignoreImage must be true or false, got 'yes'"]],
  edits: 'the card of image has them',
});
