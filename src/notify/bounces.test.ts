// Mail that came back for good stops mail to its address; what passes does not, and no two writers lose each other's word.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../adapters/directory-lake.ts';
import type { Lake } from '../lake/lake.ts';
import { addBounces, bouncesKey, readBounces } from './bounces.ts';
import { type CameBack, readCameBack } from './mail-came-back.ts';

let folder: string;
let lake: Lake;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bounces-'));
  lake = directoryLake(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const timestamp = '2026-03-16T12:00:00.000Z';
const bounce = (bounceType: string, ...addresses: string[]) =>
  JSON.stringify({
    eventType: 'Bounce',
    bounce: {
      bounceType,
      bounceSubType: 'General',
      timestamp,
      bouncedRecipients: addresses.map((emailAddress) => ({ emailAddress, status: '5.1.1' })),
    },
    mail: { source: 'homeroom@maple.example' },
  });
const complaint = (complaintFeedbackType?: string) =>
  JSON.stringify({
    eventType: 'Complaint',
    complaint: {
      timestamp,
      complainedRecipients: [{ emailAddress: 'a@maple.example' }],
      complaintFeedbackType,
    },
  });
const gone = (address: string): CameBack => ({ address, kind: 'permanent', on: '2026-03-16' });

describe('what SES says of mail that came back', () => {
  it('is for good when the bounce is permanent, whatever the spelling of the address', () => {
    expect(readCameBack(bounce('Permanent', 'Ana <A@Maple.example>', ' b@maple.example'))).toEqual({
      lasting: [gone('a@maple.example'), gone('b@maple.example')],
      passing: 0,
      unread: 0,
    });
  });

  it('is for good when somebody complains', () => {
    const { lasting } = readCameBack(complaint('abuse'));
    expect(lasting).toEqual([{ address: 'a@maple.example', kind: 'complaint', on: '2026-03-16' }]);
    expect(readCameBack(complaint()).lasting).toHaveLength(1);
  });

  it.each([
    ['a full mailbox', bounce('Transient', 'a@maple.example')],
    ['an answer that nobody could read', bounce('Undetermined', 'a@maple.example')],
    ['a complaint that was taken back', complaint('not-spam')],
  ])('passes: %s is counted, not kept', (_, text) => {
    expect(readCameBack(text)).toEqual({ lasting: [], passing: 1, unread: 0 });
  });

  it.each([
    ['no address', bounce('Permanent', 'nobody,permanent,2026-01-01\nx@y.example')],
    ['another event', JSON.stringify({ eventType: 'Open' })],
    ['no JSON', 'Successfully validated SNS topic for Amazon SES event publishing.'],
  ])('writes nothing into the list from %s', (_, text) => {
    expect(readCameBack(text)).toEqual({ lasting: [], passing: 0, unread: 1 });
  });
});

describe('the list', () => {
  it('is begun by the first address and holds each once', async () => {
    expect(await addBounces(lake, [gone('a@maple.example'), gone('a@maple.example')])).toBe(1);
    expect(await addBounces(lake, [gone('a@maple.example'), gone('b@maple.example')])).toBe(1);
    expect(await lake.readText(bouncesKey)).toBe(
      'address,kind,on\na@maple.example,permanent,2026-03-16\nb@maple.example,permanent,2026-03-16\n',
    );
  });

  it('keeps what a person wrote there, also without a last line end', async () => {
    await lake.writeText(bouncesKey, 'address,kind,on\n"C@maple.example",complaint,2026-01-02');
    await addBounces(lake, [gone('a@maple.example')]);
    expect([...(await readBounces(lake)).keys()]).toEqual(['c@maple.example', 'a@maple.example']);
  });

  it('takes an address for good that only failed for the moment before', async () => {
    await lake.writeText(bouncesKey, 'address,kind,on\na@maple.example,transient,2026-01-02\n');
    expect(await addBounces(lake, [gone('a@maple.example')])).toBe(1);
    expect((await readBounces(lake)).get('a@maple.example')).toBe('permanent');
  });

  it('loses no address of ten writers at the same time', async () => {
    const all = Array.from({ length: 10 }, (_, i) => `p${i}@maple.example`);
    await Promise.all(all.map((address) => addBounces(lake, [gone(address)])));
    expect([...(await readBounces(lake)).keys()].sort()).toEqual(all);
  });
});
