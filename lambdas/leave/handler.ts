// Function "leave": takes a recipient off the optional mails. A GET only asks, for scanners of mail follow links.
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { kmsKeyRing } from '../../src/adapters/kms-key-ring.ts';
import { s3Lake } from '../../src/adapters/s3-lake.ts';
import { definitionsRoot } from '../../src/definitions/definitions.ts';
import { readDistrict } from '../../src/district/district-home.ts';
import { UNSUBSCRIBE_PURPOSE } from '../../src/notify/unsubscribe.ts';
import { leaveMails } from '../../src/said/leave-mails.ts';
import { type HttpAnswer, httpEvent } from '../../src/sign-in/http-event.ts';

const env = (name: string) => process.env[name] ?? '';
const { district } = readDistrict(env('HOMEROOM_DISTRICT'), definitionsRoot());
const ring = kmsKeyRing(new KMSClient({}), env('HOMEROOM_STAFF_KEY'), district.district);

export async function handler(event: unknown): Promise<HttpAnswer> {
  const lake = s3Lake(new S3Client({}), (key) => ({ bucket: env('HOMEROOM_LAKE'), key }), '/tmp/homeroom');
  return leaveMails(httpEvent.parse(event), {
    district,
    lake,
    secret: await ring.subkey(UNSUBSCRIBE_PURPOSE),
  });
}
