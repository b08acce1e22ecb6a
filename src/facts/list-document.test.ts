// The staff of a list see counts that the school's page hides; neither receipt is the other's.
import { describe, expect, it } from '@jest/globals';
import { madeUpSite, schoolKey } from '../../test/portal/made-up.ts';
import { schoolDocument } from './build-documents.ts';
import { listDocument } from './list-document.ts';

const { basis } = madeUpSite({ schools: [{ '09': 40 }, { '09': 60 }], weeks: 2 });

describe('the facts of a list', () => {
  it('tell its length, the need beyond it, and how often lists were right', () => {
    const facts = listDocument(basis, schoolKey(0))?.document.facts ?? [];
    expect(facts.map((f) => [f.group?.value, f.aspect, f.value])).toEqual([
      ['listed', 'count', 3],
      ['beyond_capacity', 'count', 0],
      ['escalated', 'count', 0],
      ['high_absence', 'count', 5],
      ['no_contact', 'count', 5],
      ['chronic_absence', 'count', 8],
      ['chronic_absence', 'total', 10],
    ]);
  });

  it.each([null, '2026-02-01'])(
    'do not tell whom nobody met where contacts are on record since %s',
    (ledger_since) => {
      const rows = { ...basis.rows, checkins: basis.rows.checkins.map((c) => ({ ...c, ledger_since })) };
      const facts = listDocument({ ...basis, rows }, schoolKey(0))?.document.facts ?? [];
      const part = facts.find((f) => f.group?.value === 'no_contact');
      expect(part).toMatchObject({ state: 'no_data', value: null, n: 5, why: 'too_early' });
    },
  );

  it('share no receipt with the page that hides them', () => {
    const page = schoolDocument(basis, schoolKey(0)).document.facts;
    expect(page.find((f) => f.metric === 'no_contact')?.state).toBe('hidden');
    const own = listDocument(basis, schoolKey(0))?.receipts ?? [];
    expect(own.filter((r) => page.some((f) => f.receipt === r.receipt))).toEqual([]);
  });
});
