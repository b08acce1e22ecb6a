// Function "disposition": what a member of staff says of an item, into the drop zone as a source like any other.
import { S3Client } from '@aws-sdk/client-s3';
import { s3Lake } from '../../src/adapters/s3-lake.ts';
import { definitionsRoot } from '../../src/definitions/definitions.ts';
import { readDistrict } from '../../src/district/district-home.ts';
import { saidAnswer } from '../../src/said/said-answer.ts';
import { sayInCloud } from '../../src/said/say-in-cloud.ts';
import { siteRecords } from '../../src/said/site-records.ts';
import { type HttpAnswer, httpEvent } from '../../src/sign-in/http-event.ts';
import { staffSecretOf } from '../../src/sign-in/staff-secret.ts';
import { viewerOf } from '../../src/sign-in/viewer-of.ts';

const env = (name: string) => process.env[name] ?? '';
const bucketOf = (name: string) =>
  s3Lake(new S3Client({}), (key) => ({ bucket: env(name), key }), '/tmp/homeroom');

const { district } = readDistrict(env('HOMEROOM_DISTRICT'), definitionsRoot());
const secret = staffSecretOf(district.district, env('HOMEROOM_STAFF_KEY'));

export async function handler(event: unknown): Promise<HttpAnswer> {
  const request = httpEvent.parse(event);
  const records = siteRecords(bucketOf('HOMEROOM_PORTAL_BUCKET'));
  const viewer = viewerOf(request.requestContext.authorizer?.jwt.claims, await secret());
  const result = await sayInCloud(request, viewer, {
    portal: env('HOMEROOM_PORTAL'),
    lake: bucketOf('HOMEROOM_LANDING_BUCKET'),
    district,
    now: () => new Date(),
    findListed: records.findListed,
  });
  return saidAnswer(request, result, { district, release: await records.release() });
}
