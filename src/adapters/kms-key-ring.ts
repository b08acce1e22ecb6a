// The key ring in AWS: a subkey is the MAC that KMS computes over its purpose; the key itself never leaves KMS.
import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { KeyRing } from '../pseudonym/key-ring.ts';

export class MacMissingError extends HomeroomError {
  constructor(purpose: string) {
    super('KMS_NO_MAC', 'KMS answered without a MAC.', {
      where: purpose,
      mend: 'Check that the pseudonym key is an enabled HMAC_256 key and that the function may use GenerateMac.',
    });
  }
}

/** One call a purpose and process. @throws MacMissingError */
export function kmsKeyRing(kms: KMSClient, keyId: string, district: string): KeyRing {
  const subkeys = new Map<string, Buffer>();
  return {
    async subkey(purpose) {
      const known = subkeys.get(purpose);
      if (known) return known;
      const { Mac } = await kms.send(
        new GenerateMacCommand({
          KeyId: keyId,
          MacAlgorithm: 'HMAC_SHA_256',
          Message: Buffer.from(`${district}|${purpose}`),
        }),
      );
      if (!Mac) throw new MacMissingError(purpose);
      const subkey = Buffer.from(Mac);
      subkeys.set(purpose, subkey);
      return subkey;
    },
  };
}
