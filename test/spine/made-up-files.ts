// Rows of made-up vendors' files, so that a test names only what matters to it.

export const attendanceHeader =
  'id,student_id,school_year,school_id,attendance_date,all_day,Period,section_id,AttendanceCode,PresenceFlag,attendance_status,attendance_type,attendance_sequence';

/** One whole-day mark of the student information system. */
export function dayMark(student: string, date: string, code: 'P' | 'A' = 'P', school = 'maple'): string {
  const present = code === 'P';
  return `1,${student},2026,${school},${date},Yes,,,${code},${present ? 1 : 0},${present ? 'Present' : 'Absent'},Daily,`;
}

export function lines(rows: readonly string[], end = '\n'): string {
  return rows.map((r) => `${r}${end}`).join('');
}

export function attendanceFile(rows: readonly string[], end = '\n'): string {
  return lines([attendanceHeader, ...rows], end);
}

export const markHeader =
  'id,student_id,section_id,school_year,term_id,numeric_grade_earned,alpha_grade_earned,is_final_grade,credits_attempted,credits_earned,grad_credit_type';

/** The full set of a school year's marks: one mark a student, the grade given or 80. */
export function markFile(students: readonly string[], grades: Readonly<Record<string, number>> = {}): string {
  return lines([
    markHeader,
    ...students.map((s) => `m-${s},${s},sec1,2026,t1,${grades[s] ?? 80},B,Y,1,1,core`),
  ]);
}

export const portalHeader =
  'date,sis_id,clever_user_id,clever_school_id,school_name,active,num_logins,num_resources_accessed';

export function portalDay(date: string, sis: string, portal: string, active = true): string {
  return `${date},${sis},${portal},maple,Maple High,${active ? 'True,2,3' : 'False,0,0'}`;
}
