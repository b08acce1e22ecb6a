/** The portal's daily reports: who came in (every student, every calendar date) and which resources were opened. */
import { isoDate } from '../dates.ts';
import type { District, YearLived } from '../district.ts';
import { beginDate, endDate } from '../enrolment-dates.ts';
import { stream } from '../random.ts';
import { bytesOf, type RowSink } from '../row-sink.ts';

export const participationHeader =
  'date,sis_id,clever_user_id,clever_school_id,school_name,active,num_logins,num_resources_accessed';
export const resourceHeader =
  'date,sis_id,clever_user_id,clever_school_id,school_name,resource_type,resource_name,resource_id,num_access';

const resources = [
  ['app', 'Numeria'],
  ['app', 'Lexiloop'],
  ['web-link', 'District Library'],
  ['app', 'Café Numéro'],
  ['web-link', 'Science Garden'],
  ['app', 'Mapwright'],
  ['app', 'Storyforge'],
  ['web-link', 'Typing Yard'],
] as const;

export type CleverWriter = {
  participation(date: number, sink: RowSink): void;
  resources(date: number, sink: RowSink): void;
};

export const cleverWriter = (district: District, lived: YearLived): CleverWriter => {
  const { usage } = lived;
  const choice = stream(district.plan.seed, 'resources');
  const opened = resources.map(([type, name], i) => bytesOf(`${type},${name},res-${1001 + i * 37},`));
  const users = lived.roll.stints.flatMap((stint, row) => {
    const { sis, clever } = district.accounts[stint.student] ?? { sis: '', clever: null };
    const school = district.schools[stint.school];
    if (clever === null || school === undefined) return [];
    const who = bytesOf(`,${sis},${clever},${school.id},${school.name},`);
    return [{ row, student: stint.student, from: beginDate(lived, stint), to: endDate(lived, stint), who }];
  });
  const idle = bytesOf('False,0,0');
  const active = Array.from({ length: 32 }, (_, n) => bytesOf(`True,${n >> 3},${n & 7}`));

  return {
    participation: (day, sink) => {
      const date = bytesOf(isoDate(day));
      for (const { row, from, to, who } of users) {
        if (day < from || day >= to) continue;
        const use = usage.portal(row, day);
        sink
          .raw(date)
          .raw(who)
          .raw(use === 0 ? idle : (active[use] ?? idle))
          .end();
      }
    },
    resources: (day, sink) => {
      const date = bytesOf(isoDate(day));
      for (const { row, student, from, to, who } of users) {
        if (day < from || day >= to) continue;
        const count = usage.portal(row, day) & 7;
        for (let n = 0; n < count; n += 1) {
          const word = choice.word(student, day);
          // Steps of three through eight resources: no resource twice on a day.
          const resource = opened[((word & 7) + n * 3) & 7];
          if (resource === undefined) continue;
          sink
            .raw(date)
            .raw(who)
            .raw(resource)
            .int(1 + ((word >>> (4 + 3 * n)) & 3))
            .end();
        }
      }
    },
  };
};

/** Files are dated the day after the last day that they tell of. */
export const cleverPath = (report: 'daily-participation' | 'resource-usage', lastDay: number): string =>
  `${report}/${isoDate(lastDay + 1)}-${report}-students.csv`;
