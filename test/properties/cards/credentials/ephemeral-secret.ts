import type { EphemeralSecretOptions } from '../../../../lib';
import { elsewhere } from '../../card';

export default elsewhere<EphemeralSecretOptions>('EphemeralSecretOptions', 'test/credentials/ephemeral-secret.test.ts', {
  description: { valid: ['the password of the registry'] },
  variableName: { valid: ['registry_password'] },
});
