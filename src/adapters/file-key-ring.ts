// The key ring of one machine: a key file of 32 random bytes that only its owner may read.
import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { KeyRing } from '../pseudonym/key-ring.ts';

export class KeyFileError extends HomeroomError {
  constructor(path: string) {
    super('KEY_FILE_INVALID', 'The pseudonym key file does not hold 32 bytes in hexadecimal.', {
      where: path,
      mend: 'Restore the key file from your backup. A new key would give every student a new pseudonym.',
    });
  }
}

export function fileKeyRing(path: string, district: string): KeyRing {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  }
  const text = readFileSync(path, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new KeyFileError(path);
  const key = Buffer.from(text, 'hex');
  return {
    subkey: async (purpose) => createHmac('sha256', key).update(`${district}|${purpose}`).digest(),
  };
}
