// What dispositions come to, and what of them never passes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type TakenIn, takeIn } from '../../test/modules/taken-in.ts';

let taken: TakenIn | undefined;
afterEach(() => taken?.close());

async function takeText(name: string, text: string): Promise<TakenIn> {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-check-in-'));
  writeFileSync(join(folder, name), text);
  taken = await takeIn({ module: 'check_in', zone: folder });
  rmSync(folder, { recursive: true });
  return taken;
}

const said = {
  disposition_id: 'd-20220214-1',
  item_id: `i${'0'.repeat(19)}`,
  district: 'sample',
  school_key: '100',
  student_key: `s${'1'.repeat(19)}`,
  as_of: '2022-02-15T02:05:00Z',
  by: `t${'2'.repeat(19)}`,
  kind: 'contacted',
  next_step: 'talk_with_student',
  owner: null,
  due: '2022-03-01',
  note_code: 'met_student',
};
const lines = (...records: object[]) => records.map((r) => `${JSON.stringify(r)}\n`).join('');

describe('a disposition', () => {
  it('has the school date of its moment and says whether its note tells of a contact', async () => {
    const { rows } = await takeText(
      'a.jsonl',
      lines(said, { ...said, disposition_id: 'd-20220214-2', kind: 'done', note_code: 'no_answer' }),
    );
    expect(
      await rows(
        "select kind, strftime(acted_on, '%Y-%m-%d') as day, has_contact_code as contact, id_system, student_id from mapped_check_in_disposition order by disposition_id",
      ),
    ).toEqual([
      {
        kind: 'contacted',
        day: '2022-02-14',
        contact: true,
        id_system: 'homeroom_student',
        student_id: said.student_key,
      },
      expect.objectContaining({ kind: 'done', contact: false }),
    ]);
  });

  it('of a contact is a support of one day, of a plan one that stays open; of others none', async () => {
    const { rows } = await takeText(
      'a.jsonl',
      lines(
        said,
        { ...said, disposition_id: 'd-20220214-2', kind: 'plan_started' },
        { ...said, disposition_id: 'd-20220214-3', kind: 'known' },
      ),
    );
    expect(
      await rows(
        "select intervention, date_diff('day', begin_date, end_date)::int as days from mapped_intervention order by days",
      ),
    ).toEqual([
      { intervention: 'talk_with_student', days: 1 },
      { intervention: 'talk_with_student', days: null },
    ]);
  });

  it('comes as a table too', async () => {
    const { value } = await takeText(
      'from-case-system.csv',
      `${Object.keys(said).join(',')}\n${Object.values(said)
        .map((v) => v ?? '')
        .join(',')}\n`,
    );
    expect(await value('select count(*)::int from mapped_check_in_disposition')).toBe(1);
  });
});

describe('what never passes', () => {
  it.each([
    ['a name as the student', { student_key: 'Robin Example' }, 'pattern'],
    ['an address as who said it', { by: 'robin@maple.example' }, 'pattern'],
    ['an address as owner', { owner: 'robin@maple.example' }, 'pattern'],
    ['a sentence as next step', { next_step: 'Talk to his mother' }, 'pattern'],
    ['a sentence as note', { note_code: 'His mother was angry' }, 'allowed'],
    ['a kind that nobody knows', { kind: 'closed' }, 'allowed'],
  ])('%s', async (_, change, rule) => {
    const { tables } = await takeText('a.jsonl', lines({ ...said, ...change }));
    expect(tables.said).toMatchObject({ accepted: 0, quarantined: { [rule]: 1 } });
  });

  it('free text beside the codes: it is dropped and reported', async () => {
    const { tables } = await takeText('a.jsonl', lines({ ...said, comment: 'His mother was angry' }));
    expect(tables.said).toMatchObject({ accepted: 1, unknownColumns: ['comment'] });
  });
});
