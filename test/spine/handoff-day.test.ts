// A day here obeys the same definition as in AWS: it hands items off where the district names a system, and goes on without.
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { attendanceFile, dayMark } from './made-up-files.ts';
import { type TrialDistrict, trialDistrict } from './trial-district.ts';

let cases: Server;
const received: string[] = [];
let district: TrialDistrict;
const people = Array.from({ length: 3 }, (_, i) => `s${i + 1}`);
const days = ['02', '03', '04', '05', '06', '09', '10', '11', '12', '13'].map((d) => `2026-03-${d}`);

beforeAll(async () => {
  cases = createServer((request, response) => {
    received.push(String(request.headers['idempotency-key']));
    request.resume().on('end', () => response.writeHead(202).end());
  });
  await new Promise<void>((listening) => cases.listen(0, '127.0.0.1', listening));
  const { port } = z.object({ port: z.number() }).parse(cases.address());
  district = trialDistrict(['contoso_sis'], {
    checkins: { handoff: { to: `http://127.0.0.1:${port}/cases` } },
  });
  district.landText(
    'contoso_sis',
    'studentattendance/2026-03-13.csv',
    attendanceFile(days.flatMap((day) => people.map((s) => dayMark(s, day, s === 's1' ? 'A' : 'P')))),
  );
});
afterAll(() => {
  delete process.env.HOMEROOM_HANDOFF_SECRET;
  district.remove();
  cases.close();
});

describe('a day with a hand-off', () => {
  it('releases without the secret, sends nothing, and says what is missing', async () => {
    const report = await district.run('2026-03-13');
    expect(report).toMatchObject({ reports_failed: null, models_failed: null });
    expect(report.handoff_failed).toMatchObject({
      step: 'Handoff',
      why: expect.stringContaining('HOMEROOM_HANDOFF_SECRET'),
    });
    expect(received).toEqual([]);
  });

  it('with it hands off what the release holds, each item once over the days', async () => {
    process.env.HOMEROOM_HANDOFF_SECRET = 'a secret that both sides have agreed on';
    expect((await district.run('2026-03-16')).handoff_failed).toBeNull();
    const [[items] = []] = await district.rows('select count(*) from check_in_item');
    expect(received).toHaveLength(Number(items));
    expect(received.length).toBeGreaterThan(0);
    expect((await district.run('2026-03-17')).handoff_failed).toBeNull();
    expect(received).toHaveLength(Number(items));
  });
});
