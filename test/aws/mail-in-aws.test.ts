// Mail joined to an account: the clock at the end of quiet hours sends what waited, once; mail that came back stops more.
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { handler as bounce } from '../../lambdas/bounce/handler.ts';
import { handler as notify } from '../../lambdas/notify/handler.ts';
import { bouncesKey } from '../../src/notify/bounces.ts';
import { messageKey, type Ticket, ticketKey, ticketSchema } from '../../src/notify/outbox.ts';
import { emptyManifest } from '../../src/release/manifest.ts';
import { type Account, account } from './account.ts';

const release = 'r000001-2026-03-10';
const to = 'principal@maple.example';
let aws: Account;

const put = (key: string, text: string) => aws.s3.objects.set(`lake/${key}`, Buffer.from(text));
const text = (key: string) => aws.s3.objects.get(`lake/${key}`)?.toString('utf8') ?? '';

function waits(recipient: string, changes: Partial<Ticket> = {}): void {
  const at = '2026-03-10T10:00:00.000Z';
  const ticket = {
    recipient,
    release,
    kinds: ['letter'],
    roles: ['principal'],
    to,
    from: 'homeroom@maple.example',
    subject: 'x',
    messageId: '<1@maple.example>',
    state: 'waiting',
    due: at,
    tries: 0,
    why: '',
    at,
    ...changes,
  };
  put(messageKey(release, recipient), 'Subject: x\r\n\r\ny');
  put(ticketKey(release, recipient), JSON.stringify(ticketSchema.parse(ticket)));
  put(`outbox/waiting/${release}/${recipient}`, '');
}
const stateOf = (recipient: string) =>
  ticketSchema.parse(JSON.parse(text(ticketKey(release, recipient)))).state;

beforeAll(async () => {
  aws = await account('maple', {
    modules: { contoso_sis: {} },
    timezone: 'UTC',
    reports: { from: 'homeroom@maple.example', quietHours: { from: '00:00', to: '00:00' } },
  });
  process.env.HOMEROOM_LAKE = 'lake';
});
afterAll(async () => {
  delete process.env.HOMEROOM_LAKE;
  await aws.close();
});
beforeEach(() => {
  aws.s3.objects.clear();
  aws.mailed.length = 0;
  put(
    `releases/${release}/manifest.json`,
    JSON.stringify({ ...emptyManifest('maple'), releaseId: release, runId: release }),
  );
  put('releases/current.json', JSON.stringify({ releaseId: release }));
});

const clock = { district: 'maple', due: true };

describe('the clock at the end of quiet hours', () => {
  it('sends what waits, and nothing a second time', async () => {
    waits('abc');
    expect(await notify(clock)).toEqual({ changed: 1 });
    expect(await notify(clock)).toEqual({ changed: 0 });
    expect([aws.mailed, stateOf('abc')]).toEqual([[to], 'sent']);
  });

  it('makes no mails of its own', async () => {
    expect(await notify(clock)).toEqual({ changed: 0 });
    expect([...aws.s3.objects.keys()].filter((key) => key.startsWith('lake/outbox/'))).toEqual([]);
  });

  it('is called with nothing else', async () => {
    await expect(notify({ ...clock, to: 'x@y.example' })).rejects.toThrow();
  });
});

describe('mail that came back', () => {
  const cameBack = (bounceType: string, ...addresses: string[]) => ({
    Records: [
      {
        Sns: {
          Message: JSON.stringify({
            eventType: 'Bounce',
            bounce: {
              bounceType,
              timestamp: '2026-03-10T12:00:00.000Z',
              bouncedRecipients: addresses.map((emailAddress) => ({ emailAddress })),
            },
          }),
        },
      },
    ],
  });

  it('for good stops what waits for its address', async () => {
    const log = jest.spyOn(console, 'log').mockImplementation(() => {});
    await bounce(cameBack('Permanent', to));
    await bounce(cameBack('Permanent', to));
    expect(text(bouncesKey)).toBe(`address,kind,on\n${to},permanent,2026-03-10\n`);
    expect(log.mock.calls.flat().join('\n')).not.toContain('@');
    log.mockRestore();
    waits('abc');
    await notify(clock);
    expect([aws.mailed, stateOf('abc')]).toEqual([[], 'suppressed']);
  });

  it('for the moment is told and stops nothing', async () => {
    const log = jest.spyOn(console, 'log').mockImplementation(() => {});
    await bounce(cameBack('Transient', to));
    expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toEqual({
      bounces: { listed: 0, before: 0, passing: 1, unread: 0 },
    });
    log.mockRestore();
    expect(text(bouncesKey)).toBe('');
  });

  it('ten times at once is listed ten times, beside what a person wrote', async () => {
    const log = jest.spyOn(console, 'log').mockImplementation(() => {});
    put(bouncesKey, 'address,kind,on\nby-hand@maple.example,permanent,2026-01-01\n');
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => bounce(cameBack('Permanent', `p${i}@maple.example`))),
    );
    log.mockRestore();
    expect(text(bouncesKey).trim().split('\n')).toHaveLength(12);
  });
});
