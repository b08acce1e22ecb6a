// A broken delivery becomes a letter to its owner, without a value of any row; the mended one is told back.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../../src/adapters/directory-lake.ts';
import { fileKeyRing } from '../../src/adapters/file-key-ring.ts';
import { outboxMail } from '../../src/adapters/outbox-mail.ts';
import { openContext } from '../../src/district/context.ts';
import { type NotifyRecord, notifyStep } from '../../src/notify/notify-step.ts';
import { UNSUBSCRIBE_PURPOSE, unsubscribe } from '../../src/notify/unsubscribe.ts';
import { sampleDistrict } from '../../src/pages/sample-facts.ts';
import { factsKey, reportKey } from '../../src/reports/report-keys.ts';
import { attendanceFile, dayMark, markFile } from './made-up-files.ts';
import { filesBelow, type TrialDistrict, trialDistrict } from './trial-district.ts';

const people = Array.from({ length: 24 }, (_, i) => `zq-student-${i + 1}`);
const owner = 'sis.owner@maple.example';
const office = 'office@maple.example';

/** Rows that quarantine keeps, each with words that stand nowhere else. */
const secrets = [
  'Ottoline',
  'Quarterstaff',
  'zq-student-3',
  'zq-student-5',
  'ninety-one',
  'ninety-two',
  '31/02/26',
  'Wrenfield',
];
const broken = attendanceFile([
  ...people.map((s) => dayMark(s, '2026-03-09')),
  '1,zq-student-3,2026,maple,31/02/26,Yes,,,P,1,Present,Daily,',
  '1,zq-student-5,2026,maple,2026-03-09,Yes,,,P,ninety-one,Present,Daily,,Ottoline Quarterstaff',
  '1,,2026,Wrenfield,2026-03-09,Yes,,,P,1,Present,Daily,',
]);
const whole = attendanceFile(people.map((s) => dayMark(s, '2026-03-09')));
const cutOff = markFile(people).slice(0, -20);

let district: TrialDistrict;
const lake = () => directoryLake(district.home);

async function tell(date: string, at = `${date}T15:00:00Z`): Promise<NotifyRecord> {
  const { release_id } = await district.run(date);
  return again(release_id, at);
}

async function again(release: string, at: string): Promise<NotifyRecord> {
  const context = await openContext(district.name);
  return notifyStep(context, release, {
    mailer: outboxMail,
    keys: fileKeyRing(join(district.home, 'keys', 'mail.key'), district.name),
    now: () => new Date(at),
    wait: async () => {},
  });
}

/** Text of the only mail of a record, as its reader sees it. */
async function textOf({ release, posted }: NotifyRecord): Promise<string> {
  expect(posted.map((t) => t.to)).toEqual([owner]);
  const mail = (await lake().readText(`outbox/${release}/${posted[0]?.recipient}.eml`)) ?? '';
  const plain = /text\/plain[^\0]*?\r\n\r\n([^\0]*?)\r\n--[^\n]*_NmP/.exec(mail)?.[1] ?? '';
  return plain.replaceAll('=\r\n', '').replaceAll('\r\n', '\n').replaceAll('=3D', '=');
}

beforeAll(() => {
  district = trialDistrict(['contoso_sis'], {
    deletionGuard: { rows: 3, share: 0.1 },
    modules: { contoso_sis: { owner: { name: 'Dana Owner', email: owner } } },
    reports: {
      use: false,
      from: 'homeroom@maple.example',
      portal: 'https://portal.maple.example',
      recipients: [
        { role: 'district_admin', email: 'admin@maple.example' },
        { role: 'data_office', email: office, optional: true },
      ],
    },
  });
});
afterAll(() => district.remove());

describe('a letter to the owner of a source', () => {
  let first: NotifyRecord;

  beforeAll(async () => {
    district.landText('contoso_sis', 'studentattendance-1.csv', broken);
    district.landText('contoso_sis', 'studentsectionmark-1.csv', cutOff);
    first = await tell('2026-03-10');
  }, 120_000);

  it('says what happened, in which file and record, what waits for it, and how to mend it', async () => {
    const text = await textOf(first);
    for (const said of [
      'Dear Dana Owner,',
      'studentattendance-1.csv: record 25',
      'Look at the column attendance_date.',
      'Write the date with year, month and day',
      'The row has more or fewer cells than the header.',
      'studentsectionmark-1.csv',
      'cut off on its way',
      'These numbers wait for it:',
      'Chronic absence',
      `https://portal.maple.example/${first.release}/district/data.html`,
    ])
      expect(text).toContain(said);
  });

  it('has a subject without a name or number, and no digest goes where no report was made', () => {
    expect(first.posted[0]?.subject).toBe('Trial: a file needs your help');
    expect(first.without).toEqual([
      { to: 'admin@maple.example', role: 'district_admin', why: 'no_report' },
      { to: office, role: 'data_office', why: 'no_report' },
    ]);
  });

  it('goes once, however often the step is begun again', async () => {
    const repeat = await again(first.release, '2026-03-10T16:00:00Z');
    expect([repeat.posted, repeat.changed]).toEqual([[], []]);
  });

  it('is not written again on the next day', async () => {
    district.landText(
      'contoso_sis',
      'studentattendance-2.csv',
      attendanceFile([dayMark('zq-student-1', '2026-03-10')]),
    );
    expect((await tell('2026-03-11')).posted).toEqual([]);
  }, 60_000);

  it('is told back when the mend arrives: what came in, and what reads it now', async () => {
    district.landText('contoso_sis', 'studentattendance-1.csv', whole);
    district.landText('contoso_sis', 'studentsectionmark-1.csv', markFile(people));
    const record = await tell('2026-03-12');
    const text = await textOf(record);
    expect(record.posted[0]?.subject).toBe('Trial: your file is in, thank you');
    expect(text).toContain('studentattendance-1.csv came in with 24 rows.');
    expect(text).toContain('studentsectionmark-1.csv came in with 24 rows.');
    expect(text).toContain('These numbers now read it:');
  }, 60_000);

  it('waits for the morning when the run ends at night', async () => {
    district.landText('contoso_sis', 'studentattendance-3.csv', `${broken}${broken.split('\n').at(-2)}\n`);
    const record = await tell('2026-03-13', '2026-03-13T03:00:00Z');
    expect(record.posted).toEqual([
      expect.objectContaining({ state: 'waiting', due: '2026-03-13T11:00:00.000Z' }),
    ]);
    expect(record.changed).toEqual([]);
    const morning = await again(record.release, '2026-03-13T11:00:00Z');
    expect(morning.changed).toEqual([expect.objectContaining({ to: owner, state: 'sent' })]);
  }, 60_000);

  it('does not go to an address that mail came back from', async () => {
    mkdirSync(join(district.home, 'decisions'), { recursive: true });
    writeFileSync(
      join(district.home, 'decisions', 'bounces.csv'),
      `address,kind,on\n${owner},permanent,2026-03-13\n`,
    );
    district.landText(
      'contoso_sis',
      'studentattendance-4.csv',
      broken.replaceAll('ninety-one', 'ninety-two'),
    );
    const record = await tell('2026-03-14');
    expect(record.posted).toEqual([]);
    expect(record.without).toContainEqual({ to: owner, role: 'owner', why: 'bounced' });
  }, 60_000);
});

describe('a digest', () => {
  /** The report of a release, made up: only its counts matter here. */
  async function report(release: string): Promise<void> {
    const document = { ...sampleDistrict(), release };
    const { kind, key, name } = document.subject;
    const page = { kind, key, name, lang: 'en', html: '', letter: '', a4: '', written_by: '', why: null };
    await lake().writeText(factsKey(release, kind, key), JSON.stringify(document));
    const made = { release, run_date: document.run_date, pages: [page], numbers: 0, hidden: 0, seconds: 0 };
    await lake().writeText(reportKey(release), JSON.stringify(made));
  }

  it('goes to each role once a run, and to those who left it no more', async () => {
    const { release } = await tell('2026-03-15');
    await report(release);
    const record = await again(release, '2026-03-15T16:00:00Z');
    expect(record.posted.map((t) => t.to).sort()).toEqual(['admin@maple.example', office]);
    expect((await again(release, '2026-03-15T17:00:00Z')).posted).toEqual([]);

    const ticket = record.posted.find((t) => t.to === office);
    const mail = await lake().readText(`outbox/${release}/${ticket?.recipient}.eml`);
    const header = (mail ?? '').replaceAll(/\r\n\s+/g, ' ');
    const address = /^List-Unsubscribe: <([^>]*)>/m.exec(header)?.[1] ?? '';
    const secret = await fileKeyRing(join(district.home, 'keys', 'mail.key'), district.name).subkey(
      UNSUBSCRIBE_PURPOSE,
    );
    expect(await unsubscribe(lake(), new URL(address).searchParams, secret, new Date(0))).toBe(true);

    const next = await district.run('2026-03-16');
    await report(next.release_id);
    const after = await again(next.release_id, '2026-03-16T15:00:00Z');
    expect(after.posted.map((t) => t.to)).toEqual(['admin@maple.example']);
    expect(after.without).toContainEqual({ to: office, role: 'data_office', why: 'opted_out' });
  }, 90_000);
});

describe('the outbox', () => {
  it('holds nothing of any row, no student and no key of one', async () => {
    const keys = (await district.rows('select student_key from student')).map(String);
    expect(keys.length).toBeGreaterThan(20);
    const files = filesBelow(join(district.home, 'outbox'));
    expect(files.filter((f) => f.endsWith('.eml')).length).toBeGreaterThan(4);
    for (const file of files) {
      const text = readFileSync(file, 'utf8').replaceAll('=\r\n', '');
      expect([...secrets, ...people, ...keys].filter((word) => text.includes(word))).toEqual([]);
    }
  });
});
