// Rules of the check-in list: how long it is, who is on it, and what a word of the staff changes.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeCheckins } from './checkins.ts';
import { addDays } from './days.ts';
import type { Candidate, Disposition, Item, Kind } from './item.ts';
import { KINDS, NOTE_CODES } from './item.ts';
import { candidate, disposition, madeUpSchool, openOf, settings } from './made-up.ts';
import { precisionOf } from './precision.ts';

const monday = '2026-03-16';
const five = ['s1', 's2', 's3', 's4', 's5'].map((s) => candidate(s));

describe('the list of a school', () => {
  it('holds as many as the team can act on, those in greatest need first, and counts the rest', () => {
    const { day } = madeUpSchool();
    const made = day(monday, five);
    expect(openOf(made)).toEqual(['s1', 's2', 's3']);
    expect(made.needs).toEqual([
      { schoolKey: 'north', capacity: 3, need: 5, beyondCapacity: 2, resting: 0, settled: 0 },
    ]);
  });

  it('is the same when the day is made again', () => {
    const { day } = madeUpSchool();
    const once = day(monday, five);
    expect(day(monday, five)).toEqual(once);
  });

  it('keeps its items from day to day, and gives a free place to the next', () => {
    const { day, say, item } = madeUpSchool();
    day(monday, five);
    say(item('s2'));
    expect(openOf(day('2026-03-17', five))).toEqual(['s1', 's3', 's4']);
  });

  it('is spread over the tasks, and names a student once', () => {
    const { day } = madeUpSchool({}, 4);
    const both = [
      ...five,
      ...['s1', 's6', 's7'].map((s) => candidate(s, { task: 'course_failure', order: Number(s[1]) })),
    ];
    const { items } = day(monday, both);
    expect(items.map((i) => [i.task, i.studentKey])).toEqual([
      ['chronic_absence', 's1'],
      ['course_failure', 's6'],
      ['chronic_absence', 's2'],
      ['course_failure', 's7'],
    ]);
  });

  it('gives one place in five to those whose year is settled, until somebody has met them', () => {
    const settled = ['s1', 's2', 's3'].map((s) => candidate(s, { settled: true }));
    const others = ['s4', 's5', 's6', 's7', 's8'].map((s) => candidate(s));
    const { day, say, item } = madeUpSchool({}, 5);
    expect(openOf(day(monday, [...settled, ...others]))).toEqual(['s1', 's4', 's5', 's6', 's7']);
    say(item('s1'));
    const later = day('2026-05-01', [...settled, ...others], {
      schools: [{ schoolKey: 'north', capacity: 5, noContactSince: '2026-03-01' }],
    });
    expect(openOf(later)).not.toContain('s1');
    expect(later.needs[0]).toMatchObject({ settled: 1 });
  });

  it('has matters of safety beside the places of the team', () => {
    const { day } = madeUpSchool();
    const unseen = candidate('s9', {
      task: 'safety_unseen',
      source: 'rule',
      madeBy: 'safety_unseen',
      safety: true,
    });
    const made = day(monday, [...five, unseen, { ...unseen, studentKey: 's1', order: 1 }]);
    expect(openOf(made)).toEqual(['s1', 's9', 's1', 's2', 's3']);
    expect(made.needs[0]).toMatchObject({ beyondCapacity: 2 });
  });

  it('gives back what is beyond the places when a school loses some', () => {
    const { day } = madeUpSchool();
    day(monday, five);
    const less = day('2026-03-17', five, {
      schools: [{ schoolKey: 'north', capacity: 1, noContactSince: '2026-01-10' }],
    });
    expect(openOf(less)).toEqual(['s1']);
    expect(less.needs[0]).toMatchObject({ need: 5, beyondCapacity: 4 });
  });

  it('offers the first step of the menu that was not tried, with who does it and how long', () => {
    const { day, say, item } = madeUpSchool({}, 5);
    day(monday, five);
    expect(item('s1')).toMatchObject({ nextStep: 'talk_with_student', who: 'counselor', minutes: 10 });
    say(item('s1'), {
      kind: 'could_not_reach',
      noteCode: 'no_answer',
      hasContactCode: false,
      nextStep: 'talk_with_student',
    });
    day('2026-03-17', five);
    day('2026-03-24', [five[0] ?? candidate('s1')]);
    expect(item('s1')).toMatchObject({ madeOn: '2026-03-24', nextStep: 'call_family' });
  });
});

describe("a word of the staff changes tomorrow's list", () => {
  const afterWord = (changes: Partial<Disposition>, later: string, candidates: readonly Candidate[]) => {
    const { day, say, item } = madeUpSchool({}, 1);
    day(monday, [candidate('s1')]);
    say(item('s1'), changes);
    const next = day('2026-03-17', [candidate('s1')]);
    return { next: openOf(next), state: item('s1').state, later: openOf(day(later, candidates)) };
  };
  const bare = { noteCode: 'reason_known', hasContactCode: false };

  it.each([
    ['known', 'known', '2026-04-15', '2026-04-16'],
    ['wrong', 'wrong', '2026-04-15', '2026-04-16'],
    ['undetermined', 'undetermined', '2026-03-30', '2026-03-31'],
    ['could_not_reach', 'could_not_reach', '2026-03-23', '2026-03-24'],
  ] as const)(
    '"%s" ends the item and keeps the student off that list for its days',
    (kind, state, last, next) => {
      expect(afterWord({ kind, ...bare }, last, [candidate('s1')])).toEqual({ next: [], state, later: [] });
      expect(afterWord({ kind, ...bare }, next, [candidate('s1')]).later).toEqual(['s1']);
    },
  );

  it.each(['known', 'wrong'] as const)('"%s" holds for its own task alone', (kind) => {
    const other = candidate('s1', { task: 'dropout' });
    expect(afterWord({ kind, ...bare }, '2026-03-18', [other]).later).toEqual(['s1']);
  });

  it('"known" holds until the facts change', () => {
    expect(
      afterWord({ kind: 'known', ...bare }, '2026-03-18', [candidate('s1', { points: 16 })]).later,
    ).toEqual([]);
    expect(
      afterWord({ kind: 'known', ...bare }, '2026-03-18', [candidate('s1', { points: 17 })]).later,
    ).toEqual(['s1']);
  });

  it('a contact ends it well, and the student rests from every list', () => {
    const other = candidate('s1', { task: 'dropout' });
    expect(afterWord({ kind: 'contacted' }, '2026-04-13', [other])).toEqual({
      next: [],
      state: 'done',
      later: [],
    });
    expect(afterWord({ kind: 'contacted' }, '2026-04-14', [other]).later).toEqual(['s1']);
  });
});

describe('the clock of an item', () => {
  it('gives it to the leader when nobody has acted by its day, and lets it lapse when the need is gone', () => {
    const needed = madeUpSchool();
    needed.day(monday, five);
    expect(openOf(needed.day('2026-03-30', five))).toContain('s1');
    needed.day('2026-03-31', five);
    expect(needed.item('s1')).toMatchObject({
      state: 'escalated',
      stateOn: '2026-03-31',
      owner: 'school_leader',
    });
    const gone = madeUpSchool();
    gone.day(monday, five);
    gone.day('2026-04-20', []);
    expect(gone.item('s1')).toMatchObject({ state: 'lapsed', stateOn: '2026-03-31' });
  });

  it('gives to the leader what was in hand and came to nothing', () => {
    const { day, say, item } = madeUpSchool();
    day(monday, five);
    say(item('s1'), { kind: 'being_handled', dueOn: '2026-03-20', owner: 'nurse' });
    day('2026-03-20', five);
    expect(item('s1')).toMatchObject({ state: 'handled', owner: 'nurse', verdict: 'right' });
    day('2026-03-21', five);
    expect(item('s1')).toMatchObject({ state: 'escalated', stateOn: '2026-03-21', closedOn: monday });
  });

  it.each(['9999-12-31', '1990-01-01'])('takes no day of %s: it comes back as if none was said', (dueOn) => {
    const { day, say, item } = madeUpSchool();
    day(monday, five);
    say(item('s1'), { kind: 'being_handled', dueOn });
    day('2026-03-30', five);
    expect(item('s1')).toMatchObject({ state: 'handled', dueOn: '2026-03-30' });
    day('2026-03-31', five);
    expect(item('s1')).toMatchObject({ state: 'escalated', stateOn: '2026-03-31' });
  });

  it('ends with the enrollment', () => {
    const { day, item } = madeUpSchool();
    day(monday, five);
    day('2026-03-17', five, { isEnrolled: (s) => s !== 's1' });
    expect(item('s1').state).toBe('lapsed');
  });
});

describe('a note that stands for nothing', () => {
  it('does not end an item: "done" without a contact', () => {
    const { day, say, item } = madeUpSchool();
    day(monday, five);
    say(item('s1'), { kind: 'done', noteCode: 'unclear', hasContactCode: false });
    const { acts } = day('2026-03-17', five);
    expect(item('s1')).toMatchObject({ state: 'open', verdict: null });
    expect(acts[0]).toMatchObject({ counts: false, isContact: false, whyNot: 'no_contact_code' });
  });

  it.each([
    [8, 'closed'],
    [9, 'open'],
  ])('%i items by one person with one code within minutes stay %s', (items, state) => {
    const many = Array.from({ length: items }, (_, i) => candidate(`s${i + 1}`));
    const { day, say, item } = madeUpSchool({}, 20);
    day(monday, many);
    for (const [i, c] of many.entries()) {
      const actedAt = `2026-03-16T15:00:${String(i * 6).padStart(2, '0')}Z`;
      say(item(c.studentKey), { byKey: 't1', actedAt });
    }
    const { acts } = day('2026-03-17', many);
    expect(new Set(acts.map((a) => a.whyNot))).toEqual(new Set([state === 'open' ? 'burst' : null]));
    expect(new Set(many.map((c) => item(c.studentKey).state))).toEqual(
      new Set([state === 'open' ? 'open' : 'done']),
    );
  });

  it('is also a word of a day to come, until that day', () => {
    const { day, say, item } = madeUpSchool();
    day(monday, five);
    say(item('s1'), { kind: 'known', hasContactCode: false, actedOn: '2099-03-16' });
    const { acts } = day('2026-03-17', five);
    expect(acts.map((a) => a.whyNot)).toEqual(['after_the_day']);
    expect(item('s1').state).toBe('open');
  });

  it('is also a word on another student, or from before the item', () => {
    const { day, say, item } = madeUpSchool();
    day(monday, five);
    say(item('s1'), { studentKey: 's2' });
    say(item('s3'), { actedOn: '2026-03-01' });
    expect(
      day('2026-03-17', five)
        .acts.map((a) => a.whyNot)
        .sort(),
    ).toEqual(['before_the_item', 'other_student']);
  });
});

/** What the view check_in_precision counts. */
function recount(items: readonly Item[]) {
  const closed = items.filter((i) => i.closedOn !== null);
  const groups = Map.groupBy(closed, (i) => [i.madeBy, i.task, i.closedOn?.slice(0, 7)].join('|'));
  const count = (list: readonly Item[], verdict: string) => list.filter((i) => i.verdict === verdict).length;
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, list]) => ({
      madeBy: key.split('|')[0],
      task: key.split('|')[1],
      month: key.split('|')[2],
      closed: list.length,
      right: count(list, 'right'),
      known: count(list, 'known'),
      wrong: count(list, 'wrong'),
      unknown: count(list, 'unknown'),
    }));
}

describe('over any weeks, whatever is said', () => {
  const words = fc.record({
    kind: fc.constantFrom<Kind[]>(...KINDS),
    note: fc.constantFrom(...NOTE_CODES),
    contact: fc.boolean(),
    at: fc.nat(40),
    due: fc.option(fc.nat(30)),
  });
  const people = fc.array(
    fc.record({
      student: fc.nat(30),
      task: fc.constantFrom('chronic_absence', 'course_failure', 'safety_unseen'),
      points: fc.nat(30),
      settled: fc.boolean(),
      school: fc.constantFrom('north', 'south'),
    }),
    { maxLength: 50 },
  );
  const weeks = fc.array(
    fc.record({
      people,
      words: fc.array(words, { maxLength: 6 }),
      gap: fc.integer({ min: 1, max: 20 }),
      places: fc.nat(6),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it('no team has more open items than places, nobody in need is dropped, no item is open past its day, and the ledger says how often the list was right', () => {
    fc.assert(
      fc.property(weeks, (story) => {
        let today = monday;
        let items: readonly Item[] = [];
        const dispositions: Disposition[] = [];
        for (const week of story) {
          const candidates = [
            ...new Map(
              week.people.map((p) => [
                `${p.student} ${p.task}`,
                candidate(`s${p.student}`, {
                  task: p.task,
                  schoolKey: p.student % 2 ? 'north' : 'south',
                  points: p.points,
                  settled: p.settled && p.task === 'chronic_absence',
                  safety: p.task === 'safety_unseen',
                }),
              ]),
            ).values(),
          ];
          const schools = ['north', 'south'].map((schoolKey) => ({
            schoolKey,
            capacity: week.places,
            noContactSince: addDays(today, -45),
          }));
          const made = makeCheckins({
            today,
            settings: settings(),
            candidates,
            items,
            dispositions,
            schools,
            isEnrolled: () => true,
          });
          expect(new Set(made.items.map((i) => i.itemId)).size).toBe(made.items.length);
          for (const need of made.needs) {
            const here = (x: { schoolKey: string }) => x.schoolKey === need.schoolKey;
            const open = made.items.filter((i) => here(i) && i.state === 'open');
            const budget = open.filter((i) => !i.safety);
            expect(budget.length).toBeLessThanOrEqual(need.capacity);
            expect(new Set(budget.map((i) => i.studentKey)).size).toBe(budget.length);
            expect(need.need).toBe(budget.length + need.beyondCapacity);
            if (need.beyondCapacity > 0) expect(budget.length).toBe(need.capacity);
            const inNeed = new Set(candidates.filter((c) => here(c) && !c.safety).map((c) => c.studentKey));
            const onlyHeld = budget.filter((i) => !inNeed.has(i.studentKey)).length;
            expect(need.need - onlyHeld + need.resting + need.settled).toBe(inNeed.size);
            expect(open.map((i) => i.place).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
              open.map((_, i) => i + 1),
            );
          }
          expect(precisionOf(made.acts)).toEqual(recount(made.items));
          for (const i of made.items) {
            if (i.state === 'open') expect(i.lapsesOn >= today).toBe(true);
            if (i.state === 'handled') expect((i.dueOn ?? '') >= today).toBe(true);
            expect(i.owner).not.toBe('');
          }
          items = made.items;
          for (const w of week.words) {
            const item = items[w.at % Math.max(1, items.length)];
            if (item === undefined) continue;
            dispositions.push(
              disposition(item, {
                kind: w.kind,
                noteCode: w.note,
                hasContactCode: w.contact,
                actedOn: today,
                dueOn: w.due === null ? null : addDays(today, w.due),
              }),
            );
          }
          today = addDays(today, week.gap);
        }
      }),
      { numRuns: 300 },
    );
  });
});
