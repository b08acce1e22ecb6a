// Reads every claim of a text and says of each whether it follows from the facts. Pure; what it cannot place does not follow.
import type { FactsDocument } from '../facts/facts-document.ts';
import type { Language } from '../words/languages.ts';
import type { Claim, ClaimKind, Judged } from './claim.ts';
import { type Changes, changesIn } from './find-changes.ts';
import { strangeNames } from './find-names.ts';
import { findNumbers } from './find-numbers.ts';
import { findThings, Taken } from './find-things.ts';
import { disclaimed, unplacedWords } from './find-unplaced.ts';
import { judgeAmount } from './judge-change.ts';
import { judgeNumber } from './judge-number.ts';
import { judgeAge, judgeState, statePlaced } from './judge-state.ts';
import { thingClaim } from './judge-thing.ts';
import { lexiconOf } from './lexicon.ts';
import { judged } from './look-up.ts';
import { isKind, type NumberMention } from './mention.ts';
import { bareMetric, metricsBeside } from './metrics-beside.ts';
import { composed, placesOf, type Sentence, sentencesIn } from './plain.ts';
import { type Scene, sceneOf, type Target } from './segments.ts';
import { type World, worldOf } from './world.ts';

/** What the heading above a text already said. */
export interface Setting {
  readonly metric?: string;
}

export function verify(
  document: FactsDocument,
  text: string,
  lang: Language,
  setting: Setting = {},
): readonly Claim[] {
  const world = worldOf(document);
  const whole = composed(text);
  let carried: Target = {
    metrics: setting.metric === undefined ? null : [setting.metric],
    complement: false,
    subjects: [world.here],
    part: 'everyone',
    periods: [document.period],
  };
  let modules: readonly string[] = [];
  const claims = oddCharacters(whole);
  for (const sentence of sentencesIn(
    whole,
    world.names.map(([name]) => name),
  )) {
    const read = readSentence(world, sentence, lang, carried, modules);
    claims.push(...read.claims);
    carried = { ...read.last, complement: false };
    modules = read.modules;
  }
  return claims.sort((a, b) => a.start - b.start || a.end - b.end);
}

export const holds = (claims: readonly Claim[]): boolean => claims.every((c) => c.verdict === 'follows');

/** Signs that cannot be seen and letters of other scripts may hide a number or a name from this reader. */
function oddCharacters(text: string): Claim[] {
  return [...text.matchAll(/[\p{Cf}\p{Co}]|[^\P{L}\p{Script=Latin}]+|(?!½|¼|¾)\p{No}/gu)].map((m) => ({
    kind: 'character',
    claim: m[0],
    start: m.index,
    end: m.index + m[0].length,
    verdict: 'unsupported',
    by: [],
    why: 'This sign cannot be read for sure.',
  }));
}

function readSentence(
  world: World,
  sentence: Sentence,
  lang: Language,
  carried: Target,
  carriedModules: readonly string[],
) {
  const lx = lexiconOf(lang);
  const low = sentence.folded;
  const taken = new Taken(low.length);
  const things = findThings(world, low, lang, taken);
  const numbers = findNumbers(low, lang, taken);
  const mentions = [...things, ...numbers].sort((a, b) => a.start - b.start);
  const scene = sceneOf(world, low, lang, mentions, taken, carried);
  const own = things.filter(isKind('source')).map((m) => m.module);
  const modules = own.length === 0 && scene.goesOn ? carriedModules : own;
  const claims: Claim[] = [];
  const add = (kind: ClaimKind, start: number, end: number, { verdict, by, why }: Judged) =>
    claims.push({
      kind,
      claim: sentence.text.slice(start, end),
      start: sentence.at + start,
      end: sentence.at + end,
      verdict,
      by,
      why,
    });

  for (const m of things) {
    const claim = thingClaim(world, m, modules, low, scene);
    if (claim) add(claim.kind, m.start, m.end, claim.judged);
  }
  const changes = changesIn(world, low, lang, scene, numbers, taken);
  for (const n of numbers) add('number', n.start, n.end, numberClaim(world, n, scene, modules, changes));
  for (const c of changes.claims) add(c.kind, c.start, c.end, c.judged);
  const stated: { start: number }[] = [];
  let unread = low;
  for (const m of things.filter(isKind('metric')))
    unread = unread.slice(0, m.start) + ' '.repeat(m.end - m.start) + unread.slice(m.end);
  for (const [phrase, state] of lx.states) {
    for (const m of placesOf(phrase, low)) {
      if (!taken.free(m.index, m.index + m[0].length)) continue;
      stated.push({ start: m.index });
      const hasMetric = things.some((t) => t.kind === 'metric') || carried.metrics !== null;
      add(
        'state',
        m.index,
        m.index + m[0].length,
        !statePlaced(state, unread, m.index, modules, lx)
          ? judged('unsupported', [], 'The text does not say of what, or of how many, this is so.')
          : judgeState(world, state, modules, scene.at(m.index), hasMetric),
      );
    }
  }
  for (const [kind, pattern] of [
    ['cause', lx.causes],
    ['forecast', lx.forecasts],
  ] as const) {
    for (const m of placesOf(pattern, low)) {
      // Why a number is hidden is known; why something changed is not.
      const small = /\b(?:show|muestra|mostrar)\w*\b.*\b(?:small|pequeno)\b/.test(low);
      if (
        kind === 'cause' &&
        (small || disclaimed(low.slice(0, m.index), lang) || stated.some((s) => s.start < m.index))
      )
        continue;
      const why =
        kind === 'cause' ? 'The facts say what, not why.' : 'The facts say nothing of what will be.';
      add(kind, m.index, m.index + m[0].length, judged('unsupported', [], why));
    }
  }
  const strange = strangeNames(sentence, lang, taken);
  for (const { start, end } of strange)
    add('name', start, end, judged('unsupported', [], 'The facts know no such name.'));
  const told = claims.map(({ kind, start, end }) => ({
    start: start - sentence.at,
    end: end - sentence.at,
    heedsNot: kind === 'direction' || kind === 'comparison',
    tells: kind !== 'name' && kind !== 'period' && kind !== 'date',
  }));
  const ofData = stated.length > 0 || things.some((t) => t.kind === 'source' || t.kind === 'date');
  const telling = told.filter((t) => t.tells);
  const named = things.filter(isKind('metric'));
  for (const m of named) {
    const bare = bareMetric(m, scene, telling);
    if (bare && !disclaimed(low, lang) && !/\?\s*$/.test(low))
      add(
        'word',
        m.start,
        m.end,
        judged('unsupported', [], 'This measure is said of somebody without a number.'),
      );
  }
  const reading = {
    spans: [...things.map((t) => ({ ...t, heedsNot: t.kind === 'metric' })), ...told],
    numbers,
    tells:
      numbers.length + changes.claims.length + stated.length > 0 || things.some((t) => t.kind === 'metric'),
    ofData: (ofData || modules.length > 0) && !numbers.some((n) => ofStudents(n.unit)),
    changes: changes.claims.length > 0,
  };
  for (const { kind, start, end, why } of unplacedWords(low, lang, reading))
    add(kind, start, end, judged('unsupported', [], why));
  return { claims, last: scene.last, modules };
}

const ofStudents = (unit: NumberMention['unit']) =>
  unit === null || unit === 'students' || unit === 'percent' || unit === 'percentage_points';

function numberClaim(
  world: World,
  n: NumberMention,
  scene: Scene,
  modules: readonly string[],
  changes: Changes,
): Judged {
  if (n.unit === 'days' && modules.length > 0) return judgeAge(world, n, modules);
  const target = scene.at(n.start);
  if (n.role === 'amount')
    return judgeAmount(world, n, n.way ?? changes.wayNear(n), target, scene.against(n.start));
  const metrics = metricsBeside(n, scene);
  if (metrics === null)
    return judged(
      'unsupported',
      [],
      'Two measures stand beside this number; the facts know them one by one.',
    );
  return judgeNumber(world, n, { ...target, metrics: metrics ?? target.metrics });
}
