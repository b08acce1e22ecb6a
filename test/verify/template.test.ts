// Whatever the facts, the template finds words that its own verifier accepts, in both languages, always the same ones.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Fact, Subject } from '../../src/facts/facts-document.ts';
import { COUNTED, greatestChange, MEASURED } from '../../src/narrate/look.ts';
import { narrativeSchema } from '../../src/narrate/narrative.ts';
import { templateNarrative } from '../../src/narrate/template.ts';
import { bannedOf, textsOf, verifyNarrative } from '../../src/narrate/verify-narrative.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { sentencesOf, wordsIn } from '../../src/words/reading.ts';
import { words } from '../../src/words/words.ts';
import { district, documentOf, fact, pair, year } from './made-up.ts';

const why = fc.option(
  fc.constantFrom(
    'small_group' as const,
    'protects_another' as const,
    'no_source' as const,
    'not_judged' as const,
    'too_early' as const,
  ),
  { nil: undefined, freq: 4 },
);
const names = [
  'Oak Hill High School',
  "St. Mary's O'Neill Middle School",
  'Escuela Niños Héroes',
  'K-8',
  'The Very Long Name of a School That Was Given to It by a Board in 1974 on Main',
];

/** Counts of a measure for up to five years and four grades, some of them hidden, missing or of nobody. */
const measure = (here: Subject) =>
  fc
    .record({
      metric: fc.constantFrom(...COUNTED),
      years: fc.array(
        fc.record({
          back: fc.integer({ min: 0, max: 4 }),
          count: fc.nat(400),
          rest: fc.nat(3000),
          why,
          held: fc.nat(12),
        }),
        { maxLength: 5 },
      ),
      grades: fc.array(fc.record({ count: fc.nat(90), rest: fc.nat(300), why }), { maxLength: 4 }),
    })
    .map(({ metric, years, grades }): Fact[] => [
      ...[...new Map(years.map((y) => [y.back, y])).values()].flatMap((y) =>
        pair(metric, here, year(2025 - y.back), y.count, y.count + y.rest, {
          held_back: y.held,
          ...(y.why ? { why: y.why } : {}),
        }),
      ),
      ...grades.flatMap((g, i) =>
        pair(metric, here, year(2025), g.count, g.count + g.rest, {
          group: { by: 'grade', value: ['09', '10', '11', 'KG'][i] ?? '12' },
          ...(g.why ? { why: g.why } : {}),
        }),
      ),
    ]);

const rate = (here: Subject) =>
  fc
    .record({
      metric: fc.constantFrom(...MEASURED),
      tenths: fc.integer({ min: 0, max: 1000 }),
      n: fc.nat(900),
      why,
    })
    .map(({ metric, tenths, n, why: reason }) =>
      fact({
        metric,
        about: here,
        period: year(2025),
        aspect: 'mean',
        unit: metric === 'attendance_rate' ? 'percent' : metric.endsWith('days') ? 'days' : 'minutes',
        value: tenths / 10,
        n,
        ...(reason ? { why: reason } : {}),
      }),
    );

const source = fc
  .record({
    module: fc.constantFrom('clever', 'contoso_sis', 'iready'),
    age: fc.option(fc.nat(60)),
    late: fc.boolean(),
  })
  .map(({ module, age, late }) => ({
    module,
    table: 'any',
    last_date: age === null ? null : new Date(Date.UTC(2026, 2, 13 - age)).toISOString().slice(0, 10),
    age_days: age,
    late: late || age === null,
  }));

/** The year is over. */
const AFTER = '2026-08-15';

const documents = fc
  .constantFrom(...names.map((name): Subject => ({ kind: 'school', key: 'here', name })), district)
  .chain((here) =>
    fc.record({
      here: fc.constant(here),
      counted: fc.uniqueArray(measure(here), { maxLength: 5, selector: (facts) => facts[0]?.metric ?? '' }),
      rates: fc.uniqueArray(rate(here), { maxLength: 3, selector: (f) => f.metric }),
      sources: fc.uniqueArray(source, { maxLength: 3, selector: (s) => s.module }),
      runDate: fc.constantFrom('2026-03-13', AFTER),
    }),
  )
  .map(({ here, counted, rates, sources, runDate }) =>
    documentOf(here, [...counted.flat(), ...rates], sources, runDate),
  );

describe.each(LANGUAGES)('the template in %s', (lang) => {
  it('is complete and follows from its facts, whatever they are', () => {
    fc.assert(
      fc.property(documents, (d) => {
        const narrative = templateNarrative(d, words(lang));
        expect(narrativeSchema.safeParse(narrative).success).toBe(true);
        const wrong = verifyNarrative(d, narrative, lang).filter((c) => c.verdict !== 'follows');
        expect(wrong.map((c) => `${c.place}: ${c.kind} "${c.claim}" ${c.why}`)).toEqual([]);
        expect(bannedOf(narrative, lang)).toEqual([]);
        expect(templateNarrative(d, words(lang))).toEqual(narrative);
      }),
      { numRuns: 400 },
    );
  });

  it('has no sentence over 25 words, a name apart', () => {
    fc.assert(
      fc.property(documents, (d) => {
        const long = textsOf(templateNarrative(d, words(lang)))
          .map((t) => t.replaceAll(d.subject.name, 'Oak'))
          .flatMap(sentencesOf)
          .filter((s) => wordsIn(s).length > 25);
        expect(long).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the headline', () => {
  const here: Subject = { kind: 'school', key: 'here', name: 'Oak Hill' };
  const both = (metric: string, now: number, before: number, n = 400, nBefore = 300) => [
    ...pair(metric, here, year(2025), now, n),
    ...pair(metric, here, year(2024), before, nBefore),
  ];

  it('leaves out a count that rose although its share fell: a school that grows has more of everything', () => {
    const facts = [...both('chronic_absence', 30, 60, 400, 100), ...both('on_track', 340, 300)];
    const d = documentOf(here, facts, [], AFTER);
    expect(greatestChange(d)?.metric).toBe('chronic_absence');
    expect(templateNarrative(d, words('en')).headline).toBe(
      'In 2025-26, 30 fewer students were chronically absent than in 2024-25: 30 of 400, after 60 of 100.',
    );
  });

  it('of a year that still runs speaks of no change: beside it stands a whole one', () => {
    const d = documentOf(here, both('growth', 90, 100));
    const told = templateNarrative(d, words('en'));
    expect(greatestChange(d)).toBeNull();
    expect(told.headline).toBe('In 2025-26, 90 of 400 students did better on the newest test (22.5%).');
    expect(told.paragraphs[0]?.sentences[1]).toBe('In all of 2024-25 it was 100 of 300.');
    expect(told.cannot_say[0]).toBe(
      'The year 2025-26 is not over: its numbers run to March 13, 2026, those of 2024-25 cover the whole year.',
    );
  });

  it('takes the measure that a page tells first where two changed alike', () => {
    const facts = [...both('on_track', 110, 100), ...both('chronic_absence', 90, 100)];
    const d = documentOf(here, facts, [], AFTER);
    expect(greatestChange(d)?.metric).toBe('chronic_absence');
  });

  it.each([
    [
      'nothing but hidden numbers',
      pair('chronic_absence', here, year(2025), 2, 4, { why: 'small_group' }),
      'The counts of Oak Hill are hidden, because the group is small.',
    ],
    [
      'no year before',
      pair('chronic_absence', here, year(2025), 20, 400),
      'In 2025-26, 20 of 400 students were chronically absent (5%).',
    ],
    [
      'a year before that is hidden',
      [
        ...pair('chronic_absence', here, year(2025), 20, 400),
        ...pair('chronic_absence', here, year(2024), 2, 4, { why: 'small_group' }),
      ],
      'In 2025-26, 20 of 400 students were chronically absent (5%).',
    ],
    [
      'a school without students',
      pair('chronic_absence', here, year(2025), 0, 0),
      'No students are counted at Oak Hill in 2025-26.',
    ],
    ['no facts', [], 'There are no data for Oak Hill in 2025-26 yet.'],
    [
      'weeks that are too early',
      pair('growth', here, year(2025), 0, 40, { why: 'too_early' }),
      'It is too early to tell how Oak Hill is doing in 2025-26.',
    ],
  ])('of %s says so', (_, facts, said) => {
    expect(templateNarrative(documentOf(here, facts), words('en')).headline).toBe(said);
  });

  it('names the age of a late source among what the numbers cannot say', () => {
    const late = { module: 'clever', table: 'use', last_date: '2026-02-20', age_days: 21, late: true };
    expect(templateNarrative(documentOf(here, [], [late]), words('en')).cannot_say[0]).toBe(
      'The source clever is late. Its last day is February 20, 2026, 21 days before this report.',
    );
  });
});
