// An owner hears of a fault once, again after a week or when it grows, and once more when it is mended.
import { describe, expect, it } from '@jest/globals';
import { type Fault, faultId } from './fault.ts';
import { type Mend, newsOf, nothingTold, type Told } from './told.ts';

const fault = (file: string, rows = 3, kind: Fault['kind'] = 'rows'): Fault => {
  const of = { kind, module: 'sis', table: 'day', isFull: false, rule: 'required', columns: ['date'] };
  return {
    ...of,
    id: faultId({ ...of, file }),
    run: 'r1',
    places: [{ file, rows, records: [1] }],
  };
};

function day(told: Told, date: string, open: readonly Fault[], mend?: Mend) {
  return newsOf(told, {
    release: `r-${date}`,
    date,
    open,
    ownerOf: (f) => (f.module === 'sis' ? 'owner@maple.example' : undefined),
    mendOf: () => mend,
  });
}

const counts = ({ news }: ReturnType<typeof day>) =>
  news.map((n) => [n.fresh.length, n.reminders.length, n.mended.length]);

describe('a fault', () => {
  const first = day(nothingTold, '2026-03-10', [fault('a.csv'), fault('b.csv')]);

  it('is told in one letter with the others of its owner', () => expect(counts(first)).toEqual([[2, 0, 0]]));

  it('is not told again the next day', () => {
    expect(counts(day(first.after, '2026-03-11', [fault('a.csv'), fault('b.csv')]))).toEqual([]);
  });

  it('is told beside no other: a new one makes a letter of its own', () => {
    expect(counts(day(first.after, '2026-03-11', [fault('a.csv'), fault('c.csv')]))).toEqual([[1, 0, 0]]);
  });

  it('is reminded of after seven days, with the day of the first letter, and then after seven more', () => {
    const open = [fault('a.csv')];
    const sixth = day(first.after, '2026-03-16', open);
    const seventh = day(sixth.after, '2026-03-17', open);
    expect([counts(sixth), counts(seventh)]).toEqual([[], [[0, 1, 0]]]);
    expect(seventh.news[0]?.reminders[0]?.since).toBe('2026-03-10');
    expect(counts(day(seventh.after, '2026-03-23', open))).toEqual([]);
    expect(counts(day(seventh.after, '2026-03-24', open))).toEqual([[0, 1, 0]]);
  });

  it('that grows is told at once', () => {
    expect(counts(day(first.after, '2026-03-11', [fault('a.csv', 40), fault('b.csv', 5)]))).toEqual([
      [1, 0, 0],
    ]);
  });

  it('that is mended is told back once, and is new when it comes again', () => {
    const mended = day(first.after, '2026-03-11', [fault('b.csv')], { file: 'a.csv', rows: 9 });
    expect(counts(mended)).toEqual([[0, 0, 1]]);
    expect(counts(day(mended.after, '2026-03-12', [fault('b.csv')]))).toEqual([]);
    expect(counts(day(mended.after, '2026-03-12', [fault('a.csv'), fault('b.csv')]))).toEqual([[1, 0, 0]]);
  });

  it('that went with a rollback is not called mended', () => {
    expect(counts(day(first.after, '2026-03-11', []))).toEqual([]);
  });

  it('of dropped columns is told once, for it needs no mend', () => {
    const told = day(nothingTold, '2026-03-10', [fault('a.csv', 9, 'columns')]);
    expect(counts(day(told.after, '2026-04-10', [fault('a.csv', 9, 'columns')]))).toEqual([]);
  });

  it('without an owner is not told', () => {
    expect(counts(day(nothingTold, '2026-03-10', [{ ...fault('a.csv'), module: 'clever' }]))).toEqual([]);
  });
});
