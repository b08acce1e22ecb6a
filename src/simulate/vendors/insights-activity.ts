/** Signals of the office suite, one file a UTC date, 19 columns without header line. */
import { isoDate } from '../dates.ts';
import type { District } from '../district.ts';
import { guid, stream } from '../random.ts';
import type { RowSink } from '../row-sink.ts';
import { coursesIn } from '../sections.ts';
import { lowestOfficeGrade, type Signal } from '../usage.ts';

const agent = '"Mozilla/5.0 (SimOS 1.0; x64) Office/1.0 (KHTML, like Gecko)"';

const kinds = [
  ['FileAccessed', 'Word'],
  ['FileAccessed', 'PowerPoint'],
  ['FileModified', 'Word'],
  ['FileModified', 'Excel'],
  ['FileUploaded', 'PDF viewers'],
  ['FileDownloaded', 'Other apps'],
  ['VisitTeamChannel', 'Teams'],
  ['PostChannelMessage', 'Teams'],
  ['ReplyChannelMessage', 'Teams'],
  ['ReactedWithEmoji', 'Teams'],
  ['ExpandChannelMessage', 'Teams'],
  ['CommentCreated', 'Word'],
  ['CallRecordSummarized', 'Teams'],
  ['ShareNotificationRequested', 'PowerPoint'],
  ['FileAccessed', 'Image apps'],
  ['FileAccessed', 'Media apps'],
] as const;

const two = (n: number): string => `${n}`.padStart(2, '0');

const clock = (second: number): string =>
  `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;

/** Writes the file of one UTC date. */
export type ActivityWriter = (utcDay: number, sink: RowSink) => void;

export const activityWriter = (district: District): ActivityWriter => {
  const lived = district.current;
  const { usage } = lived;
  const groups = stream(district.plan.seed, 'aad group');
  const groupIds = lived.timetable.all.map((section) => guid(groups, section.index));
  const names = stream(district.plan.seed, 'signal id');
  const dayIndex = new Map(lived.year.days.map((day, position) => [day, position]));
  const users = lived.roll.stints.flatMap((stint, row) => {
    const actor = district.accounts[stint.student]?.aadObject;
    return stint.grade < lowestOfficeGrade || !actor ? [] : [{ row, stint, actor }];
  });

  const write = (user: (typeof users)[number], signal: Signal, sink: RowSink): void => {
    const { stint, actor } = user;
    const [type, app] = kinds[signal.kind] ?? kinds[0];
    const section = lived.timetable.sectionOf(
      stint.student,
      stint.school,
      stint.grade,
      signal.key % coursesIn(stint.grade),
    );
    const ids = section === undefined ? ',' : `${section.id},${groupIds[section.index]}`;
    // A key below 2^24 a student: the id is as good as unique, and the same in every delivery.
    const id = guid(names, Math.imul(stint.student, 0x01000193) ^ signal.key);
    const at = `${isoDate(signal.utcDay)}T${clock(signal.utcSecond)}.000Z`;
    const length =
      type === 'CallRecordSummarized' ? `0:${two(5 + (signal.key % 40))}:${two(signal.key % 60)}` : '';
    const seenBy = signal.key % 4 === 0 ? agent : '';
    sink.row(`${type},${at},${seenBy},${id},${ids},,${app},${actor},Student,1.06,,,,,,,,${length}`);
  };

  return (utcDay, sink) => {
    // Evenings before in local time end on this UTC date.
    for (const local of [utcDay - 1, utcDay]) {
      const position = dayIndex.get(local);
      if (position === undefined) continue;
      for (const user of users) {
        const count = usage.signals(user.row, position);
        for (let n = 0; n < count; n += 1) {
          const signal = usage.signal(user.row, position, n);
          if (signal.utcDay === utcDay) write(user, signal, sink);
        }
      }
    }
  };
};
