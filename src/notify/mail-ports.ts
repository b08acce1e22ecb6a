// What carries the mail of a district: SES inside AWS, the outbox folder on one machine; keys of their own either way.
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileKeyRing } from '../adapters/file-key-ring.ts';
import { outboxMail } from '../adapters/outbox-mail.ts';
import { districtHome } from '../district/district-home.ts';
import type { NotifyPorts } from './notify-step.ts';

/** Inside AWS: HOMEROOM_MAIL_KEY, the KMS key that signs links, and HOMEROOM_MAIL_SET, the configuration set. */
export async function mailPorts(district: string): Promise<NotifyPorts> {
  const common = { now: () => new Date(), wait: (ms: number) => setTimeout(ms) };
  if (process.env.HOMEROOM_LAKE_BUCKET === undefined) {
    const file = join(districtHome(district), 'keys', 'mail.key');
    // A district that sends no optional mail needs no key.
    const keys = { subkey: (purpose: string) => fileKeyRing(file, district).subkey(purpose) };
    return { ...common, mailer: outboxMail, keys };
  }
  const { KMSClient } = await import('@aws-sdk/client-kms');
  const { kmsKeyRing } = await import('../adapters/kms-key-ring.ts');
  const { openSesMail } = await import('../adapters/ses-mail.ts');
  const keys = kmsKeyRing(new KMSClient({}), process.env.HOMEROOM_MAIL_KEY ?? '', district);
  return { ...common, mailer: openSesMail(), keys };
}
