// What an item of a list says, in the reader's language: the same sentences on the list, on a student's page and on the sheet.
import type { District } from '../../lib/district.ts';
import type { Words } from '../words/words.ts';
import { factSaid, type Said } from './fact-words.ts';
import type { Act } from './item.ts';
import type { ListedItem } from './read-checkins.ts';

export interface ItemWords {
  readonly task: string;
  readonly strength: Said | null;
  readonly reasons: readonly Said[];
  /** How sure, or which rule. */
  readonly sure: string;
  readonly step: string;
  readonly tried: string;
  readonly state: string;
  readonly lapses: string;
}

export function itemWords(
  { words, district }: { readonly words: Words; readonly district: District },
  item: ListedItem,
): ItemWords {
  const named = (group: string, code: string) =>
    words.has(`portal.${group}.${code}`) ? words.say(`portal.${group}.${code}`) : code.replaceAll('_', ' ');
  const own = district.checkins.steps.find((s) => s.code === item.nextStep)?.words?.[words.lang];
  const said = (act: Act) => {
    const code = act.noteCode === null ? '' : ` (${words.say(`portal.note_code.${act.noteCode}`)})`;
    return `${words.date(act.actedOn)}, ${named('kind', act.kind)}${code}`;
  };
  return {
    task: taskName(words, item.task),
    strength: item.strength === null ? null : factSaid(item.strength, words),
    reasons: item.reasons.map((fact) => factSaid(fact, words)),
    sure:
      item.outOf20 === null
        ? words.say('portal.list.rule', { what: named('rule', item.madeBy) })
        : words.say('portal.list.sure', { n: item.outOf20 }),
    step: words.say('portal.list.step', {
      step: own ?? named('step', item.nextStep),
      who: named('who', item.who),
      n: item.minutes,
    }),
    tried:
      item.tried.length === 0
        ? words.say('portal.list.tried_none')
        : words.say('portal.list.tried', { what: item.tried.map(said) }),
    state: words.say('portal.list.state', {
      state: words.say(`portal.state.${item.state}`),
      day: item.stateOn,
    }),
    lapses: words.say('portal.list.lapses', { day: item.asOf, end: item.lapsesOn }),
  };
}

/** What is not in the words files is said as it is written. */
export const taskName = (words: Words, task: string): string =>
  words.has(`portal.task.${task}`) ? words.say(`portal.task.${task}`) : task.replaceAll('_', ' ');
