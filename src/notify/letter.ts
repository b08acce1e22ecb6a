// A letter to the owner of a source: what happened, where, which numbers wait for it, how to mend it. No value of a file.
import type { Language } from '../words/languages.ts';
import type { Words } from '../words/words.ts';
import { type Fault, rowsOf } from './fault.ts';
import { heldCause } from './held-cause.ts';
import { type Block, heading, list, type MailPart, text } from './mail-part.ts';
import { PORTAL_PAGES, type PortalPlace, portalLink } from './portal-links.ts';
import { recordRanges } from './record-ranges.ts';
import type { Mend, News } from './told.ts';

export interface LetterInput {
  readonly words: Words;
  readonly lang: Language;
  readonly district: string;
  readonly owner: string;
  readonly place: PortalPlace;
  /** Title of a module, as its contract has it. */
  sourceOf(module: string): string;
  /** Titles of the measures that read the fault's table. */
  waiting(fault: Fault): readonly string[];
  /** Numbers of the report that a mend has moved, in words. */
  moved(fault: Fault): readonly string[];
}

/** More than this is a flood; the rest is counted. */
const MOST_FAULTS = 12;
const MOST_FILES = 5;
const MOST_COLUMNS = 10;

export function letter(news: News, input: LetterInput): MailPart {
  const { words, lang, district, owner, place } = input;
  const { fresh, reminders, mended } = news;
  const isThanks = fresh.length + reminders.length === 0;
  const told = byTable([...fresh.map((fault) => ({ fault })), ...reminders]).map((g) => what(g, input));
  const thanks = mended.map(({ fault, mend }) => thank(fault, mend, input));
  const shown = [...told.slice(0, MOST_FAULTS), ...thanks.slice(0, MOST_FAULTS)];
  const more = told.length + thanks.length - shown.length;
  return {
    kind: 'letter',
    role: 'owner',
    lang,
    subject: isThanks
      ? words.say('letter.subject.mended', { district })
      : words.say('letter.subject.needed', { district }),
    optional: false,
    blocks: [
      text(words.say('letter.dear', { name: owner })),
      text(isThanks ? words.say('letter.thanks') : words.say('letter.intro', { district })),
      ...shown.flat(),
      ...(more > 0 ? [text(words.say('letter.more', { n: more }))] : []),
      ...(isThanks ? [] : [text(words.say('letter.again'))]),
      text(words.say('letter.privacy')),
      ...portalLink(place, PORTAL_PAGES.health, words.say('notify.link.health')),
    ],
    attachments: [],
  };
}

interface Open {
  readonly fault: Fault;
  /** The day of the first letter, for what is told again. */
  readonly since?: string;
}

/** What is wrong with one table in one way stands under one heading. */
function byTable(open: readonly Open[]): Open[][] {
  const groups = new Map<string, Open[]>();
  for (const one of open) {
    const { kind, module, table, id } = one.fault;
    const key = JSON.stringify([kind, module, kind === 'rows' ? table : id, one.since ?? '']);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function what(group: readonly Open[], input: LetterInput): Block[] {
  const { words } = input;
  const [first] = group;
  if (first === undefined) return [];
  const { fault, since } = first;
  const told = group.flatMap((one): Block[] => {
    const said = { held, rows, columns }[one.fault.kind](one.fault, words);
    return [...said.what, text(words.say('letter.how', { how: said.how }))];
  });
  return [
    heading(words.say(`letter.title.${fault.kind}`, { source: input.sourceOf(fault.module) })),
    ...(since === undefined ? [] : [text(words.say('letter.reminder', { day: since }))]),
    ...told,
    ...(fault.kind === 'columns' ? [] : [text(matters(input.waiting(fault), words))]),
  ];
}

function matters(waiting: readonly string[], words: Words): string {
  return waiting.length === 0
    ? words.say('letter.matters.none')
    : words.say('letter.matters.numbers', { numbers: waiting });
}

interface Said {
  readonly what: readonly Block[];
  readonly how: string;
}

function held(fault: Fault, words: Words): Said {
  const cause = heldCause(fault.rule);
  const why =
    cause.cause === 'shrunk'
      ? words.say('letter.held.shrunk', { n: cause.gone, before: cause.before })
      : cause.cause === 'missing'
        ? words.say('letter.held.missing', { n: cause.columns.length, columns: cause.columns })
        : words.say(`letter.held.${cause.cause}`);
  return {
    what: [list(filesOf(fault, words)), text(why), text(words.say('letter.held.none_in'))],
    how: words.say(`letter.mend_held.${cause.cause}`),
  };
}

function rows(fault: Fault, words: Words): Said {
  const [column] = fault.columns;
  const n = rowsOf(fault);
  const rule = ruleOf(fault.rule);
  return {
    what: [
      text(
        column === undefined
          ? words.say('letter.rows.out', { n })
          : words.say('letter.rows.out_column', { n, column }),
      ),
      text(words.say(`letter.rule.${rule}`)),
      list(filesOf(fault, words)),
    ],
    how: words.say(`letter.mend_rule.${rule}`),
  };
}

function columns(fault: Fault, words: Words): Said {
  const names = fault.columns.filter(isName).slice(0, MOST_COLUMNS);
  const more = fault.columns.length - names.length;
  return {
    what: [
      text(words.say('letter.columns.what', { n: fault.columns.length })),
      ...(names.length > 0 ? [list(names)] : []),
      ...(more > 0 ? [text(words.say('letter.columns.more', { n: more }))] : []),
      list(filesOf(fault, words)),
    ],
    how: words.say('letter.mend_columns'),
  };
}

/** A header is the file's own text: only what looks like the name of a field is repeated, never what looks like a value. */
const isName = (header: string) =>
  /^[A-Za-z][A-Za-z0-9_ .()/-]{0,39}$/.test(header) && !/\d{4}|[A-Z][a-z]+ [A-Z][a-z]+/.test(header);

const RULES: readonly string[] = [
  'required',
  'key_null',
  'allowed',
  'pattern',
  'ambiguous_date',
  'id_pattern',
  'ragged',
  'nul_byte',
  'unclosed_quote',
  'bad_quote',
  'bad_json',
];

function ruleOf(rule: string): string {
  if (RULES.includes(rule)) return rule;
  if (/^type_(date|local_date|timestamp)$/.test(rule)) return 'type_date';
  if (/^type_(integer|double|minutes_hms|iso_duration)$/.test(rule)) return 'type_number';
  return rule === 'type_boolean' ? 'type_boolean' : 'other';
}

function filesOf(fault: Fault, words: Words): string[] {
  const shown = fault.places.slice(0, MOST_FILES).map((place) => {
    const { ranges, more } = recordRanges(place.records, place.rows);
    if (ranges.length === 0) return words.say('letter.file.rows', { file: place.file, n: place.rows });
    return more > 0
      ? words.say('letter.file.records_more', { file: place.file, records: ranges.join(', '), n: more })
      : words.say('letter.file.records', { file: place.file, records: ranges.join(', '), n: place.rows });
  });
  const more = fault.places.length - shown.length;
  return more > 0 ? [...shown, words.say('letter.file.more', { n: more })] : shown;
}

function thank(fault: Fault, mend: Mend, input: LetterInput): Block[] {
  const { words } = input;
  const moved = input.moved(fault);
  const waiting = input.waiting(fault);
  return [
    heading(words.say('letter.mended.title', { source: input.sourceOf(fault.module) })),
    text(
      fault.kind === 'columns'
        ? words.say('letter.mended.columns', { file: mend.file })
        : words.say('letter.mended.rows', { file: mend.file, n: mend.rows }),
    ),
    ...(moved.length > 0
      ? [text(words.say('letter.mended.moved')), list(moved)]
      : fault.kind !== 'columns' && waiting.length > 0
        ? [text(words.say('letter.mended.read', { numbers: waiting }))]
        : []),
  ];
}
