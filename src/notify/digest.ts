// The digest of a run for one role: what changed, the few numbers, and where the rest stands. Never a student.
import type { Recipient } from '../../lib/mail-schema.ts';
import type { FactsDocument, SourceAge } from '../facts/facts-document.ts';
import { indexFacts } from '../pages/find-facts.ts';
import type { Words } from '../words/words.ts';
import { headline } from './headline.ts';
import { type Attachment, type Block, heading, list, type MailPart, text } from './mail-part.ts';
import { PORTAL_PAGES, type PortalPlace, portalLink } from './portal-links.ts';

export interface DigestInput {
  readonly words: Words;
  readonly district: string;
  readonly date: string;
  readonly place: PortalPlace;
  /** Of the recipient's school, or of the district. */
  readonly document: FactsDocument;
  readonly before: FactsDocument | undefined;
  readonly attachments: readonly Attachment[];
  /** Title of a module. */
  sourceOf(module: string): string;
  /** What came in with the run, for the data office. */
  readonly intake: Intake;
}

export interface Intake {
  readonly files: number;
  readonly rows: number;
  readonly held: number;
  readonly quarantined: number;
}

export function digest({ role, lang, optional }: Recipient, input: DigestInput): MailPart {
  const { words, district, date } = input;
  const subject =
    role === 'counselor'
      ? words.say('notify.subject.checkins', { district, day: date })
      : words.say('notify.subject.digest', { district, day: date });
  return {
    kind: 'digest',
    role,
    lang,
    subject,
    optional,
    blocks: BLOCKS[role](input),
    attachments: role === 'counselor' || role === 'data_office' ? [] : input.attachments,
  };
}

const BLOCKS: Readonly<Record<Recipient['role'], (input: DigestInput) => Block[]>> = {
  district_admin: (input) => [...numbers(input), ...sources(input), ...page(input, PORTAL_PAGES.district)],
  principal: (input) => [
    ...numbers(input),
    ...sources(input),
    ...page(input, PORTAL_PAGES.school(input.document.subject.key)),
  ],
  counselor: checkins,
  data_office: dataOffice,
};

function numbers({ words, document, before, date }: DigestInput): Block[] {
  const { items, changed } = headline(words, document, before);
  const change =
    before === undefined
      ? words.say('notify.first')
      : changed === 0
        ? words.say('notify.unchanged', { day: before.run_date })
        : words.say('notify.changed', { n: changed, day: before.run_date });
  return [
    heading(words.say('notify.place', { place: document.subject.name, period: document.period.label })),
    text(words.say('notify.known', { day: date })),
    ...(items.length === 0 ? [text(words.say('notify.nothing'))] : [text(change), list(items)]),
  ];
}

/** Only sources that are late: an old number needs its age beside it. */
function sources({ words, document, sourceOf }: DigestInput): Block[] {
  const late = latest(document.sources).filter((s) => s.late);
  if (late.length === 0) return [];
  return [
    heading(words.say('notify.late.title')),
    list(
      late.map(({ module, last_date }) =>
        last_date === null
          ? words.say('notify.late.never', { source: sourceOf(module) })
          : words.say('notify.late.since', { source: sourceOf(module), day: last_date }),
      ),
    ),
  ];
}

/** One line a module: its youngest table. */
function latest(sources: readonly SourceAge[]): SourceAge[] {
  const found = new Map<string, SourceAge>();
  for (const s of sources) {
    const known = found.get(s.module);
    if (known === undefined || (s.last_date ?? '') > (known.last_date ?? '')) found.set(s.module, s);
  }
  return [...found.values()];
}

function page({ words, place, attachments }: DigestInput, at: string): Block[] {
  return [
    ...(attachments.length > 0 ? [text(words.say('notify.attached'))] : []),
    ...portalLink(place, at, words.say('notify.link.page')),
  ];
}

/** Counts and a link: the list itself, with its names, is behind the sign-in. */
function checkins({ words, document, place }: DigestInput): Block[] {
  const facts = indexFacts(document);
  const open = facts.find({ metric: 'check_in_list', aspect: 'count' });
  const beyond = open?.value === null || open?.n === null || open === undefined ? 0 : open.n - open.value;
  return [
    heading(words.say('notify.place', { place: document.subject.name, period: document.period.label })),
    text(
      open === undefined || open.value === null
        ? words.say('notify.checkins.none')
        : words.say('notify.checkins.open', { n: open.value }),
    ),
    ...(beyond > 0 ? [text(words.say('notify.checkins.beyond', { n: beyond }))] : []),
    text(words.say('notify.checkins.where')),
    ...portalLink(place, PORTAL_PAGES.checkins(document.subject.key), words.say('notify.link.checkins')),
  ];
}

function dataOffice(input: DigestInput): Block[] {
  const { words, place, intake, date } = input;
  return [
    heading(words.say('notify.intake.title', { day: date })),
    list([
      words.say('notify.intake.files', { n: intake.files }),
      words.say('notify.intake.rows', { n: intake.rows }),
      words.say('notify.intake.held', { n: intake.held }),
      words.say('notify.intake.quarantined', { n: intake.quarantined }),
    ]),
    ...sources(input),
    ...portalLink(place, PORTAL_PAGES.health, words.say('notify.link.health')),
  ];
}
