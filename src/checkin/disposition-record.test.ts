// What is taken at the door, and that the module's contract and mapping know the same codes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readContract } from '../contract/read-contract.ts';
import { definitionsRoot } from '../definitions/definitions.ts';
import { DispositionRefusedError, dispositionKey, dispositionRecord } from './disposition-record.ts';
import { CONTACT_CODES, KINDS, NOTE_CODES } from './item.ts';
import { candidate, madeUpSchool, settings } from './made-up.ts';
import { staffKey } from './staff-key.ts';

const school = madeUpSchool();
school.day('2026-03-16', [candidate('s1')]);
const item = school.item('s1');
const form = {
  disposition_id: 'd-12345678',
  item_id: item.itemId,
  kind: 'contacted',
  note_code: 'spoke_family',
};
const record = (changes: object = {}, by = staffKey('a secret', 'robin')) =>
  dispositionRecord({
    form: { ...form, ...changes },
    item,
    district: 'maple',
    by,
    now: new Date('2026-03-16T15:00:00Z'),
    today: '2026-03-16',
    settings: settings(),
  });

describe('a note', () => {
  it('has student and school of the item, not of the form', () => {
    expect(record()).toMatchObject({
      student_key: 's1',
      school_key: 'north',
      as_of: '2026-03-16T15:00:00.000Z',
    });
    expect(() => record({ student_key: 's2' })).toThrow(DispositionRefusedError);
    expect(dispositionKey(record())).toBe('landing/check_in/2026-03-16/d-12345678.jsonl');
  });

  it.each([
    ['a kind that nobody knows', { kind: 'closed' }, 'kind'],
    ['free text', { note_code: 'His mother was angry' }, 'note_code'],
    ['"done" without a contact', { kind: 'done', note_code: 'unclear' }, 'note_code'],
    ['a step that is not on the menu', { next_step: 'talk_to_his_mother' }, 'next_step'],
    ['an owner by mail address', { owner: 'robin@maple.example' }, 'owner'],
    ['a day that has passed', { due: '2026-03-15' }, 'due'],
    ['a day far away', { due: '2026-12-24' }, 'due'],
    ['another item', { item_id: `i${'0'.repeat(19)}` }, 'item_id'],
  ])('is not taken with %s, and nothing of it is repeated', (_, changes, where) => {
    expect(() => record(changes)).toThrow(expect.objectContaining({ code: 'DISPOSITION_REFUSED', where }));
    const typed = Object.values(changes).filter((v) => v !== 'done');
    try {
      record(changes);
    } catch (error) {
      for (const text of typed) expect(String(error)).not.toContain(text);
    }
  });

  it('is not taken from somebody without a key', () => {
    expect(() => record({}, 'robin')).toThrow(expect.objectContaining({ where: 'by' }));
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
