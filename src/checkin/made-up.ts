// Made-up candidates and dispositions for tests of the check-in lists.
import { type CheckinSettings, checkinsSchema } from '../../lib/checkin-schema.ts';
import type { CheckinInput, Checkins } from './checkins.ts';
import { makeCheckins } from './checkins.ts';
import type { Candidate, Disposition, Item } from './item.ts';

export const settings = (changes: Parameters<typeof checkinsSchema.parse>[0] = {}): CheckinSettings =>
  checkinsSchema.parse(changes);

export function candidate(studentKey: string, changes: Partial<Candidate> = {}): Candidate {
  return {
    studentKey,
    schoolKey: 'north',
    task: 'chronic_absence',
    source: 'model',
    madeBy: 'chronic_absence-1',
    safety: false,
    outOf20: 12,
    points: 14,
    asOf: '2026-03-13',
    reasons: [{ fact: 'absence', words: 'school days missed: 14 this year' }],
    strength: null,
    settled: false,
    order: Number(studentKey.replace(/\D/g, '')) || 1,
    ...changes,
  };
}

let said = 0;

export function disposition(item: Item, changes: Partial<Disposition> = {}): Disposition {
  const actedOn = changes.actedOn ?? item.madeOn;
  return {
    dispositionId: `d-${String(++said).padStart(6, '0')}`,
    itemId: item.itemId,
    studentKey: item.studentKey,
    schoolKey: item.schoolKey,
    // Hours apart, so that no test is a burst by accident.
    actedAt: `${actedOn}T${String(said % 24).padStart(2, '0')}:${String((said * 7) % 60).padStart(2, '0')}:00Z`,
    actedOn,
    byKey: `t${String(said).padStart(19, '0')}`,
    kind: 'contacted',
    noteCode: 'met_student',
    hasContactCode: true,
    nextStep: null,
    owner: null,
    dueOn: null,
    ...changes,
  };
}

/** A school that is made day by day: each day begins with what the day before left. */
export function madeUpSchool(given: Parameters<typeof settings>[0] = {}, capacity = 3) {
  const dispositions: Disposition[] = [];
  let last: Checkins = { items: [], acts: [], needs: [] };
  return {
    say: (item: Item, changes: Partial<Disposition> = {}) => {
      dispositions.push(disposition(item, changes));
    },
    day(today: string, candidates: readonly Candidate[], changes: Partial<CheckinInput> = {}): Checkins {
      last = makeCheckins({
        today,
        settings: settings(given),
        candidates,
        items: last.items,
        dispositions,
        schools: [{ schoolKey: 'north', capacity, noContactSince: '2026-01-10' }],
        isEnrolled: () => true,
        ...changes,
      });
      return last;
    },
    item: (studentKey: string): Item => {
      const found = last.items.findLast((i) => i.studentKey === studentKey);
      if (found === undefined) throw new Error(`no item of ${studentKey}`);
      return found;
    },
  };
}

export const openOf = ({ items }: Checkins) =>
  items
    .filter((i) => i.state === 'open')
    .sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
    .map((i) => i.studentKey);
