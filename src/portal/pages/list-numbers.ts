// The numbers of a school's check-in list as its page tells them, each with its receipt.
import type { SchoolCheckins } from '../../checkin/read-checkins.ts';
import type { Fact } from '../../facts/facts-document.ts';
import { type ListPart, listDocument } from '../../facts/list-document.ts';
import { indexFacts } from '../../pages/find-facts.ts';
import { type Html, html } from '../../pages/html.ts';
import { type Receipts, receiptsOf } from '../receipts-foot.ts';
import type { Build } from '../site-input.ts';

export interface ListNumbers {
  readonly students: number;
  readonly headline: Html;
  /** What is beyond the list: need without a place, items that wait, and those whom nobody met. */
  readonly beyond: Html;
  /** How often the list of a task was right. */
  precision(task: string): Html;
  readonly foot: Receipts['foot'];
}

export function listNumbers(build: Build, school: SchoolCheckins): ListNumbers {
  const { words, basis } = build;
  const document = listDocument(basis, school.schoolKey)?.document;
  const facts = document && indexFacts(document);
  const receipts = receiptsOf(build, facts === undefined ? [] : [facts]);
  const part = (value: ListPart): Fact | undefined =>
    facts?.find({
      metric: value === 'no_contact' || value === 'high_absence' ? 'no_contact' : 'check_in_list',
      aspect: 'count',
      group: { by: 'list', value },
    });
  const number = (name: ListPart) => part(name)?.value ?? 0;
  const marks = (...names: readonly ListPart[]) => names.map((name) => receipts.mark(part(name)));
  const students = number('listed');
  /** Whom nobody met since a day is told only where contacts are recorded since then. */
  const quiet = (): string => {
    const day = school.noContactSince;
    const of = number('high_absence');
    if (part('no_contact')?.value != null)
      return words.say('portal.list.quiet', { day, n: number('no_contact'), of });
    return school.ledgerSince === null
      ? words.say('portal.list.quiet_none', { of })
      : words.say('portal.list.quiet_early', { day, of, since: school.ledgerSince });
  };
  return {
    students,
    headline: html`${
      students === 0
        ? words.say('portal.list.nobody')
        : words.say('portal.list.headline', { n: students, places: school.capacity })
    }${marks('listed')}`,
    beyond: html`<p>${words.say('portal.list.beyond', { n: number('beyond_capacity'), waiting: number('escalated') })}${marks('beyond_capacity', 'escalated')} ${quiet()}${marks('no_contact', 'high_absence')}</p>`,
    precision(task) {
      const of = (aspect: 'count' | 'total') =>
        facts?.find({ metric: 'check_in_list', aspect, group: { by: 'list_of', value: task } });
      const [right, judged] = [of('count'), of('total')];
      return judged?.value == null || judged.value === 0
        ? html`${words.say('portal.list.precision_none')}`
        : html`${words.say('portal.list.precision', { n: right?.value ?? 0, of: judged.value })}${receipts.mark(right)}${receipts.mark(judged)}`;
    },
    foot: receipts.foot,
  };
}
