// Counts of the lists are hidden with what would give them away, tell nothing too early, and stay hidden.
import { describe, expect, it } from '@jest/globals';
import { nothingEarlier, type ReportBefore } from '../suppress/report-before.ts';
import { checkInDrafts } from './check-in-drafts.ts';
import { factOf } from './draft.ts';
import { hideCells } from './hidden-cells.ts';
import { withCheckIns } from './hidden-check-ins.ts';
import type { FactRows } from './rows.ts';

type Row = FactRows['checkins'][number];
const LIMIT = 10;
const none = { measures: [], groups: [], sections: [], rosters: [] };

const row = (school_key: string, high_absence: number, no_contact: number, more: Partial<Row> = {}): Row => ({
  school_key,
  open_items: 15,
  beyond_capacity: 40,
  escalated_items: 0,
  high_absence,
  no_contact,
  no_contact_since: '2026-01-06',
  ledger_since: '2025-09-02',
  ...more,
});

const district = (schools: readonly Row[]): Row[] => {
  const sum = (of: (r: Row) => number) => schools.reduce((n, r) => n + of(r), 0);
  const [first] = schools;
  const open = { open_items: sum((r) => r.open_items), ...(first && { ledger_since: first.ledger_since }) };
  return [
    ...schools,
    row(
      '',
      sum((r) => r.high_absence),
      sum((r) => r.no_contact),
      open,
    ),
  ];
};

const hide = (rows: readonly Row[], earlier: ReportBefore = nothingEarlier) =>
  withCheckIns(hideCells(none, LIMIT), rows, { year: 2026, limit: LIMIT, earlier });

function factsOf(rows: readonly Row[], earlier = nothingEarlier) {
  const hidden = hide(rows, earlier);
  const about = { kind: 'school', key: 'a', name: 'A' } as const;
  const period = { kind: 'school_year', label: '2025-26', from: '2025-08-01', to: '2026-03-13' } as const;
  return (school: string) =>
    checkInDrafts(
      rows.find((r) => r.school_key === school),
      about,
      period,
      hidden,
    ).map((d) => factOf('r1', d));
}

describe('whom nobody met', () => {
  it('is hidden at a second school beside the one that is too small', () => {
    const facts = factsOf(district([row('a', 40, 22), row('b', 30, 18), row('c', 9, 4)]));
    const states = ['', 'a', 'b', 'c'].map((s) => facts(s)[0]?.state);
    expect(states[3]).toBe('hidden');
    expect(states.filter((s) => s === 'hidden').length).toBeGreaterThan(1);
    expect(facts('c')[0]).toMatchObject({ value: null, n: null });
  });

  it('stays hidden for the year', () => {
    const first = hide(district([row('a', 40, 22), row('b', 30, 18), row('c', 9, 4)]));
    const grown = factsOf(district([row('a', 40, 22), row('b', 30, 18), row('c', 19, 9)]), first.report);
    expect(grown('c')[0]?.state).toBe('hidden');
    // What is kept of a report is found by its year.
    expect([...first.report.hidden.keys()].every((id) => id.includes('|2026|'))).toBe(true);
  });

  it.each([null, '2026-01-07'])('is not told where contacts are on record since %s', (ledger_since) => {
    const facts = factsOf(district([row('a', 40, 40, { ledger_since }), row('b', 30, 30, { ledger_since })]));
    for (const school of ['', 'a', 'b'])
      expect(facts(school)[0]).toMatchObject({ state: 'no_data', value: null, why: 'too_early' });
    expect(facts('a')[0]?.n).toBe(40);
  });

  it('is told from the day on which the span begins with the ledger', () => {
    const facts = factsOf(district([row('a', 40, 22, { ledger_since: '2026-01-06' }), row('b', 30, 18)]));
    expect(facts('a')[0]).toMatchObject({ state: 'known', value: 22, n: 40 });
  });
});

describe('the length of a list', () => {
  it('of a few is hidden, and one beside it', () => {
    const facts = factsOf(
      district([row('a', 40, 22), row('b', 30, 18), row('c', 25, 12, { open_items: 2 })]),
    );
    const states = ['', 'a', 'b', 'c'].map((s) => facts(s)[1]?.state);
    expect(states[3]).toBe('hidden');
    expect(states.filter((s) => s === 'hidden').length).toBeGreaterThan(1);
  });
});
