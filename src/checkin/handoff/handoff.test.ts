// The hand-off: who may read it, what is in it, and that every message arrives once or is written down.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../../adapters/directory-lake.ts';
import type { Item } from '../item.ts';
import { candidate, madeUpSchool } from '../made-up.ts';
import { caseCsv } from './case-csv.ts';
import { handOff } from './hand-off.ts';
import { isSignedBy, sign } from './signature.ts';

const secret = 'a secret that both sides have agreed on';
const clean: (() => void)[] = [];
afterEach(() => {
  for (const close of clean.splice(0)) close();
});

interface Received {
  readonly key: string;
  readonly body: string;
  readonly isSigned: boolean;
}

/** A receiver on this machine; `answers` says the status of each request in turn, then 202. */
async function receiver(answers: (number | 'cut')[] = [], headers: Record<string, string> = {}) {
  const received: Received[] = [];
  const server: Server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const head = (name: string) => String(request.headers[name] ?? '');
    received.push({
      key: head('idempotency-key'),
      body,
      isSigned: isSignedBy(
        secret,
        { signature: head('homeroom-signature'), timestamp: Number(head('homeroom-timestamp')), body },
        now / 1000,
      ),
    });
    const answer = answers.shift() ?? 202;
    if (answer === 'cut') request.socket.destroy();
    else response.writeHead(answer, headers).end('what the receiver says is not kept');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  clean.push(() => server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { received, url: new URL(`http://127.0.0.1:${port}/cases?token=t`) };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}

const now = Date.parse('2026-03-16T12:00:00Z');

function sender() {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-handoff-'));
  clean.push(() => rmSync(folder, { recursive: true }));
  const lake = directoryLake(folder);
  const waits: number[] = [];
  const ports = {
    secret,
    district: 'maple',
    fetch: globalThis.fetch,
    now: () => new Date(now),
    wait: async (ms: number) => {
      waits.push(ms);
    },
  };
  return { lake, waits, send: (url: URL, items: readonly Item[]) => handOff(lake, url, items, ports) };
}

function someItems(count = 2): readonly Item[] {
  const school = madeUpSchool({}, count);
  return school.day(
    '2026-03-16',
    Array.from({ length: count }, (_, i) => candidate(`s${i + 1}`)),
  ).items;
}

describe('a message', () => {
  it('is signed over its time and its bytes, and an old or changed one is refused', () => {
    const message = { timestamp: 1000, body: '{"a":1}', signature: sign(secret, 1000, '{"a":1}') };
    expect(isSignedBy(secret, message, 1200)).toBe(true);
    expect(isSignedBy(secret, message, 1301)).toBe(false);
    expect(isSignedBy(secret, { ...message, body: '{"a":2}' }, 1200)).toBe(false);
    expect(isSignedBy(secret, { ...message, timestamp: 1100 }, 1200)).toBe(false);
    expect(isSignedBy('another secret', message, 1200)).toBe(false);
    expect(isSignedBy(secret, { ...message, timestamp: Number.NaN }, 1200)).toBe(false);
  });

  it('holds keys and codes, and no words of the facts', async () => {
    const { received, url } = await receiver();
    await sender().send(url, someItems(1));
    expect(received).toEqual([
      expect.objectContaining({
        isSigned: true,
        key: expect.stringMatching(/^i[0-9a-f]{19}:open:2026-03-16$/),
      }),
    ]);
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      version: 1,
      item: { userSourcedId: 's1', orgSourcedId: 'north', status: 'active', reasons: 'absence', outOf20: 12 },
    });
    expect(received[0]?.body).not.toContain('school days missed');
  });
});

describe('a delivery', () => {
  it.each([200, 202, 204, 409])('is done with %i, and not sent again', async (status) => {
    const { received, url } = await receiver([status, status]);
    const { send } = sender();
    const items = someItems();
    expect((await send(url, items)).delivered).toHaveLength(2);
    expect((await send(url, items)).delivered).toEqual([]);
    expect(received).toHaveLength(2);
  });

  it('is tried again after a passing fault, each time later, with the same key', async () => {
    const { received, url } = await receiver([503, 'cut', 429, 500]);
    const { send, waits } = sender();
    expect(await send(url, someItems(1))).toMatchObject({ delivered: [expect.anything()], dead: [] });
    expect(waits).toEqual([500, 1000, 2000, 4000]);
    expect(new Set(received.map((r) => r.key)).size).toBe(1);
    expect(received.every((r) => r.isSigned)).toBe(true);
  });

  it('waits as long as it is asked to, within bounds', async () => {
    const { url } = await receiver([429, 429], { 'retry-after': '7' });
    const { send, waits } = sender();
    await send(url, someItems(1));
    expect(waits).toEqual([7000, 7000]);
    const patient = await receiver([503], { 'retry-after': '86400' });
    const other = sender();
    await other.send(patient.url, someItems(1));
    expect(other.waits).toEqual([30_000]);
  });

  it.each([
    [400, 1],
    [302, 1],
    [500, 5],
  ])('that gets %i is written down after %i tries, and tried at the next hand-off', async (status, tries) => {
    const { received, url } = await receiver(
      Array.from({ length: tries }, () => status),
      { location: 'http://127.0.0.1:1/' },
    );
    const { send, lake } = sender();
    const [item] = someItems(1);
    const { dead, deadLetterKey } = await send(url, item === undefined ? [] : [item]);
    expect(dead).toEqual([
      {
        idempotencyKey: `${item?.itemId}:open:2026-03-16`,
        itemId: item?.itemId,
        why: String(status),
        attempts: tries,
      },
    ]);
    const letters = await lake.readText(deadLetterKey);
    expect(letters).toBe(`${JSON.stringify(dead[0])}\n`);
    expect(letters).not.toContain('receiver says');
    expect(received).toHaveLength(tries);
    expect((await send(url, item === undefined ? [] : [item])).delivered).toHaveLength(1);
    expect(await lake.readText(deadLetterKey)).toBe('');
  });

  it('to a receiver that is down is given up for the rest of the list', async () => {
    const { received, url } = await receiver(Array.from({ length: 99 }, () => 503));
    const { dead } = await sender().send(url, someItems(9));
    expect(received).toHaveLength(25);
    expect(dead.map((d) => d.why)).toEqual([...Array(5).fill('503'), ...Array(4).fill('not_tried')]);
  });

  it('tells the end of an item to a receiver that knows it, and to no other', async () => {
    const { received, url } = await receiver();
    const { send } = sender();
    const [known, strange] = someItems();
    if (known === undefined || strange === undefined) throw new Error('two items were made');
    await send(url, [known]);
    const ended = [known, strange].map((item) => ({ ...item, state: 'done' as const }));
    await send(url, ended);
    const day = '2026-03-16';
    expect(received.map((r) => r.key)).toEqual([
      `${known.itemId}:open:${day}`,
      `${known.itemId}:done:${day}`,
    ]);
    expect(JSON.parse(received[1]?.body ?? '').item.status).toBe('tobedeleted');
  });
});

describe('an item that is opened again after its end', () => {
  /** A word ends the item; the day after, eight more of the same person show that it was a burst. */
  const opened = () => {
    const school = madeUpSchool({}, 20);
    const all = Array.from({ length: 9 }, (_, i) => candidate(`s${i + 1}`));
    const end = (student: string, second: number) =>
      school.say(school.item(student), {
        byKey: 't1',
        kind: 'done',
        actedAt: `2026-03-16T15:00:${String(second).padStart(2, '0')}Z`,
      });
    const days = [school.day('2026-03-16', all)];
    end('s1', 0);
    days.push(school.day('2026-03-17', all));
    for (let i = 2; i <= 9; i++) end(`s${i}`, i);
    days.push(school.day('2026-03-18', all), school.day('2026-03-19', all));
    return days.map(({ items }) => items.filter((i) => i.studentKey === 's1'));
  };

  it('is handed off again, once, as another message', async () => {
    const { received, url } = await receiver();
    const { send } = sender();
    const days = opened();
    const id = days[0]?.[0]?.itemId;
    for (const items of days) await send(url, items);
    expect(received.map((r) => r.key)).toEqual([
      `${id}:open:2026-03-16`,
      `${id}:done:2026-03-16`,
      `${id}:open:2026-03-18`,
    ]);
    expect(JSON.parse(received[2]?.body ?? '').item).toMatchObject({
      status: 'active',
      beginDate: '2026-03-16',
    });
  });

  it('is told to a receiver that has lost its books under the same key', async () => {
    const { received, url } = await receiver();
    for (const items of [opened().at(-1) ?? [], opened().at(-1) ?? []]) await sender().send(url, items);
    expect(new Set(received.map((r) => r.key)).size).toBe(1);
  });
});

it('a receiver that is slow has its time, and the rest waits for the next hand-off', async () => {
  const { received, url } = await receiver();
  const lake = sender().lake;
  let asked = 0;
  const ports = {
    secret,
    district: 'maple',
    fetch: globalThis.fetch,
    now: () => {
      asked += 1;
      return new Date(now + asked * 2 * 60_000);
    },
    wait: async () => {},
  };
  const { delivered, dead } = await handOff(lake, url, someItems(9), ports);
  expect(received).toHaveLength(delivered.length);
  expect(delivered.length).toBeLessThan(9);
  expect(new Set(dead.map((d) => d.why))).toEqual(new Set(['not_tried']));
});

it('as a file is one row an item, with OneRoster names, and runs nothing in a spreadsheet', () => {
  const [item] = someItems(1);
  if (item === undefined) throw new Error('an item was made');
  const [head, row] = caseCsv([{ ...item, schoolKey: '=cmd("a")' }], 'maple').split('\r\n');
  expect(head?.split(',').slice(0, 5)).toEqual([
    'sourcedId',
    'status',
    'dateLastModified',
    'userSourcedId',
    'orgSourcedId',
  ]);
  expect(row).toContain(`,active,2026-03-16T00:00:00.000Z,s1,"'=cmd(""a"")",maple,`);
});
