// Local attendance codes that no map covers, and what a person writes into the district file to give them a meaning.
import type { ReleaseSession } from '../query/release-session.ts';

export interface UncoveredCode {
  readonly module: string;
  /** Blank where the source gives only a word. */
  readonly local_code: string;
  readonly local_status: string;
  readonly school_key: string;
  readonly school_name: string;
  readonly marks: number;
  readonly students: number;
  readonly first_date: string;
  readonly last_date: string;
}

const query = `select e.module, coalesce(e.local_code, '') as local_code, coalesce(e.local_status, '') as local_status,
  coalesce(e.school_key, '') as school_key, coalesce(min(s.school_name), '') as school_name,
  count(*) as marks, count(distinct e.student_key) as students,
  cast(min(e.event_date) as varchar) as first_date, cast(max(e.event_date) as varchar) as last_date
from attendance_event as e
left join school as s on s.school_key = e.school_key
where e.is_current and not e.is_deleted and e.category is null
group by e.module, coalesce(e.local_code, ''), coalesce(e.local_status, ''), coalesce(e.school_key, '')
order by e.module, local_code, local_status, marks desc, school_key`;

/** One entry a module, code, word and school; the most frequent school of a code first. */
export async function uncoveredCodes(session: ReleaseSession): Promise<UncoveredCode[]> {
  const { columns, rows } = await session.ask(query);
  return rows.map((row) => {
    const of = (name: string) => String(row[columns.indexOf(name)] ?? '');
    return {
      module: of('module'),
      local_code: of('local_code'),
      local_status: of('local_status'),
      school_key: of('school_key'),
      school_name: of('school_name'),
      marks: Number(of('marks')),
      students: Number(of('students')),
      first_date: of('first_date'),
      last_date: of('last_date'),
    };
  });
}

/** The part of the district file that is missing; the value of each code is for a person to choose. */
export function codesToWrite(
  codes: readonly UncoveredCode[],
): Record<string, { codes: Record<string, string> }> {
  const modules: Record<string, { codes: Record<string, string> }> = {};
  for (const { module, local_code, local_status } of codes) {
    const word = local_code === '' ? local_status : local_code;
    if (word === '') continue;
    modules[module] ??= { codes: {} };
    modules[module].codes[word] = 'CATEGORY';
  }
  return modules;
}
