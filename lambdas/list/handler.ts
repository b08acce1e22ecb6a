// Step "List": names of students into the lists of each school; answers how many pages there are.
import { z } from 'zod';
import { openContext } from '../../src/district/context.ts';
import { listRelease } from '../../src/lists/list-step.ts';
import { readManifest } from '../../src/release/release-store.ts';
import { stepEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

const listEvent = stepEvent.extend({ releaseId: z.string() });

export const handler = step(async (event: unknown) => {
  const { district, releaseId } = listEvent.parse(event);
  const context = await openContext(district);
  const manifest = await readManifest(context.lake, releaseId);
  if (!manifest || !context.district.reports.use) return { pages: 0 };
  const bucket = process.env.HOMEROOM_NAMED_BUCKET;
  return {
    pages: await listRelease(context, manifest, bucket === undefined ? context.lake : await namedIn(bucket)),
  };
});

async function namedIn(bucket: string) {
  const { S3Client } = await import('@aws-sdk/client-s3');
  const { s3Lake } = await import('../../src/adapters/s3-lake.ts');
  const { webTypeOf } = await import('../../src/lake/web-type.ts');
  return s3Lake(new S3Client({}), (key) => ({ bucket, key }), '/tmp/homeroom/named', webTypeOf);
}
