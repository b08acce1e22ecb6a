// A mail goes out once: however often its run is begun again, whoever sends at the same time, and not before its hour.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../adapters/directory-lake.ts';
import type { Lake } from '../lake/lake.ts';
import { emptyManifest } from '../release/manifest.ts';
import { publishRelease } from '../release/release-store.ts';
import { bouncesKey } from './bounces.ts';
import { type Envelope, type Mailer, MailLaterError, MailRefusedError, MailUnsureError } from './mailer.ts';
import { post, readTicket, type Ticket, ticketsOf } from './outbox.ts';
import { sendDue } from './send-due.ts';

let folder: string;
let lake: Lake;
let sent: Envelope[];

const first = 'r000001-2026-03-10';
const second = 'r000002-2026-03-11';

async function release(id: string, previous: string | null = null): Promise<void> {
  await publishRelease(lake, { ...emptyManifest('maple'), releaseId: id, runId: id, previous });
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'outbox-'));
  lake = directoryLake(folder);
  sent = [];
  quietHours = { from: '00:00', to: '00:00' };
  await release(first);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** In March 2026 it is 07:00 in New York at 11:00 UTC. */
let quietHours = { from: '00:00', to: '00:00' };

const ticket = (more: Partial<Ticket> = {}): Ticket => ({
  recipient: 'abc',
  release: first,
  kinds: ['digest'],
  roles: ['principal'],
  to: 'principal@maple.example',
  from: 'homeroom@maple.example',
  subject: 'x',
  messageId: '<1@maple.example>',
  state: 'waiting',
  due: '2026-03-10T11:00:00.000Z',
  tries: 0,
  why: '',
  at: '2026-03-10T10:00:00.000Z',
  ...more,
});

const mailer = (fault?: () => Error): Mailer => ({
  suppressed: async () => undefined,
  send: async (envelope) => {
    sent.push(envelope);
    const error = fault?.();
    if (error) throw error;
    return 'carried';
  },
});

const send = (at: string, by: Mailer = mailer()) =>
  sendDue(
    { lake, district: { timezone: 'America/New_York', reports: { quietHours } } },
    { mailer: by, now: () => new Date(at), wait: async () => {} },
  );
const stateOf = async (t = ticket()) => (await readTicket(lake, t.release, t.recipient))?.ticket.state;
const raw = Buffer.from('Subject: x\r\n\r\ny');

describe('a mail in the outbox', () => {
  it('waits for its hour, then goes out once', async () => {
    await post(lake, ticket(), raw);
    expect(await send('2026-03-10T10:59:00Z')).toEqual([]);
    expect(await send('2026-03-10T11:00:00Z')).toEqual([expect.objectContaining({ state: 'sent' })]);
    expect(await send('2026-03-10T11:01:00Z')).toEqual([]);
    expect(sent).toEqual([{ from: 'homeroom@maple.example', to: 'principal@maple.example', raw }]);
  });

  it('is not posted again by a run that is begun again, before or after it went', async () => {
    expect(await post(lake, ticket(), raw)).toBe(true);
    expect(await post(lake, ticket(), raw)).toBe(false);
    await send('2026-03-10T11:00:00Z');
    expect(await post(lake, ticket(), Buffer.from('another'))).toBe(false);
    await send('2026-03-10T12:00:00Z');
    expect(sent).toHaveLength(1);
    expect(await ticketsOf(lake, first)).toHaveLength(1);
  });

  it('goes out once when ten senders come at the same time', async () => {
    await post(lake, ticket(), raw);
    await Promise.all(Array.from({ length: 10 }, () => send('2026-03-10T11:00:00Z')));
    expect(sent).toHaveLength(1);
  });

  it('waits for a later round while the carrier takes nothing', async () => {
    await post(lake, ticket(), raw);
    await send(
      '2026-03-10T11:00:00Z',
      mailer(() => new MailLaterError('busy')),
    );
    expect(sent).toHaveLength(4);
    expect(await send('2026-03-10T11:10:00Z')).toEqual([]);
    expect(await send('2026-03-10T11:30:00Z')).toEqual([
      expect.objectContaining({ state: 'sent', tries: 2 }),
    ]);
  });

  it.each([
    ['refused', new MailRefusedError('MessageRejected')],
    ['unsure', new MailUnsureError('TimeoutError')],
  ])('that is %s is not sent again', async (state, error) => {
    await post(lake, ticket(), raw);
    await send(
      '2026-03-10T11:00:00Z',
      mailer(() => error),
    );
    await send('2026-03-10T13:00:00Z');
    expect([sent.length, await stateOf()]).toEqual([1, state]);
  });

  it('whose sender died may have gone: it is named, and not sent again', async () => {
    await post(lake, ticket(), raw);
    const dies = send(
      '2026-03-10T11:00:00Z',
      mailer(() => new Error('out of memory')),
    );
    await expect(dies).rejects.toThrow('out of memory');
    expect(await send('2026-03-10T11:10:00Z')).toEqual([]);
    expect(await send('2026-03-10T11:16:00Z')).toEqual([expect.objectContaining({ state: 'unsure' })]);
    expect(sent).toHaveLength(1);
  });

  it('gives way to the digest of the next day; a letter does not', async () => {
    const letter = ticket({ recipient: 'def', kinds: ['letter'] });
    await post(lake, ticket(), raw);
    await post(lake, letter, raw);
    await release(second, first);
    await post(lake, ticket({ release: second }), raw);
    await post(lake, { ...letter, release: second, kinds: ['digest'] }, raw);
    await send('2026-03-11T11:00:00Z');
    expect([await stateOf(), await stateOf(letter)]).toEqual(['superseded', 'sent']);
    expect(sent).toHaveLength(3);
  });

  it('is withdrawn when the district has gone back behind its release', async () => {
    await release(second, first);
    await post(lake, ticket({ release: second }), raw);
    await release(first);
    await send('2026-03-11T11:00:00Z');
    expect([sent.length, await stateOf(ticket({ release: second }))]).toEqual([0, 'withdrawn']);
  });

  it('that was not sent on its day is not sent in the quiet hours of the next', async () => {
    quietHours = { from: '19:00', to: '07:00' };
    await post(lake, ticket(), raw);
    expect(await send('2026-03-11T09:30:00Z')).toEqual([]);
    expect(await send('2026-03-11T11:00:00Z')).toEqual([expect.objectContaining({ state: 'sent' })]);
  });

  it('that the carrier puts off waits for the end of quiet hours too', async () => {
    quietHours = { from: '19:00', to: '07:00' };
    await post(lake, ticket(), raw);
    const busy = mailer(() => new MailLaterError('busy'));
    expect(await send('2026-03-10T22:45:00Z', busy)).toEqual([
      expect.objectContaining({ state: 'waiting', due: '2026-03-11T11:00:00.000Z' }),
    ]);
  });

  it('to an address that mail came back from in the meantime is not sent', async () => {
    await post(lake, ticket(), raw);
    await lake.writeText(bouncesKey, 'address,kind,on\nPrincipal@maple.example,permanent,2026-03-10\n');
    expect(await send('2026-03-10T11:00:00Z')).toEqual([
      expect.objectContaining({ state: 'suppressed', why: 'permanent' }),
    ]);
    expect(sent).toEqual([]);
  });
});
