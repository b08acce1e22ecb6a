// What is taken at the door, and that the module's contract and mapping know the same codes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readContract } from '../contract/read-contract.ts';
import { definitionsRoot } from '../definitions/definitions.ts';
import { words } from '../words/words.ts';
import { saidSchema, unfitOf } from './disposition-record.ts';
import { LONGEST_DUE_DAYS } from './due-day.ts';
import { CONTACT_CODES, KINDS, NOTE_CODES } from './item.ts';
import { candidate, madeUpSchool, settings } from './made-up.ts';
import { staffKey } from './staff-key.ts';

const school = madeUpSchool();
school.day('2026-03-16', [candidate('s1')]);
const item = school.item('s1');
const form = {
  item_id: item.itemId,
  school_key: 'north',
  student_key: `s${'2'.repeat(19)}`,
  kind: 'contacted',
  note_code: 'spoke_family',
};
const steps = settings().steps.map((s) => s.code);
const unfit = (changes: object) =>
  unfitOf(saidSchema.parse({ ...form, ...changes }), { today: '2026-03-16', steps });

describe('a word', () => {
  it.each([
    ['nothing more', {}, undefined],
    ['a day ahead', { due: '2026-07-14' }, undefined],
    ['a step of the menu', { next_step: 'call_family' }, undefined],
    ['no note, where it claims no contact', { kind: 'known', note_code: '' }, undefined],
    ['no note, where it claims one', { kind: 'done', note_code: '' }, 'bad_note_code'],
    ['"done" without a contact', { kind: 'done', note_code: 'unclear' }, 'bad_note_code'],
    ['a step that is not on the menu', { next_step: 'no_such_step' }, 'bad_next_step'],
    ['a day that has passed', { due: '2026-03-15' }, 'bad_due'],
    ['a day far away', { due: '2026-07-15' }, 'bad_due'],
    ['a day that never comes', { due: '9999-12-31' }, 'bad_due'],
  ])('with %s', (_, changes, found) => {
    expect(unfit(changes)).toBe(found);
  });

  it.each([
    ['a kind that nobody knows', { kind: 'closed' }],
    ['free text', { note_code: 'His mother was angry' }],
    ['a day that is none', { due: '2026-02-30' }],
    ['a field that no form has', { owner: 'robin@maple.example' }],
  ])('is not understood with %s', (_, changes) => {
    expect(saidSchema.safeParse({ ...form, ...changes }).success).toBe(false);
  });

  it('that is put off for too long is told the bound', () => {
    for (const lang of ['en', 'es'] as const)
      expect(words(lang).say('portal.saved.bad_due')).toContain(String(LONGEST_DUE_DAYS));
  });
});

describe('the codes', () => {
  const columns = readContract(join(definitionsRoot(), 'modules'), 'check_in').tables.said?.columns;

  it('are those of the contract', () => {
    expect(columns?.kind?.allowed).toEqual([...KINDS]);
    expect(columns?.note_code?.allowed).toEqual([...NOTE_CODES]);
  });

  it('of a contact are those of the mapping', () => {
    const sql = readFileSync(
      join(definitionsRoot(), 'modules', 'check_in', 'check_in_disposition.sql'),
      'utf8',
    );
    const listed = /note_code\) in \(([^)]*)\)/.exec(sql)?.[1] ?? '';
    expect([...listed.matchAll(/'(\w+)'/g)].map((m) => m[1])).toEqual([...CONTACT_CODES]);
  });

  it('that are made here look as the contract wants them', () => {
    expect(staffKey('a secret', 'Robin ')).toMatch(new RegExp(`^(${columns?.by_key?.pattern})$`));
    expect(staffKey('a secret', 'Robin ')).toBe(staffKey('a secret', 'robin'));
    expect(item.itemId).toMatch(new RegExp(`^(${columns?.item_id?.pattern})$`));
  });
});
