// What a district file may leave out: id systems, attendance codes and their words, with the usual meaning of each.

export const NORMAL_FORMS = ['trim', 'lower', 'no_dashes', 'strip_leading_zeros'] as const;
export type NormalForm = (typeof NORMAL_FORMS)[number];

export const ATTENDANCE_CATEGORIES = [
  'present',
  'absent_excused',
  'absent_unexcused',
  'tardy',
  'early_departure',
  'remote_present',
  'school_activity',
  'suspension_out',
  'suspension_in',
  'not_counted',
] as const;
export type AttendanceCategory = (typeof ATTENDANCE_CATEGORIES)[number];

/** Share of the day present when the source gives no fraction; null leaves the day out of the measure. */
export const PRESENT_FRACTION: Readonly<Record<AttendanceCategory, number | null>> = {
  present: 1,
  absent_excused: 0,
  absent_unexcused: 0,
  tardy: 1,
  early_departure: 1,
  remote_present: 1,
  school_activity: 1,
  suspension_out: 0,
  suspension_in: 1,
  not_counted: null,
};

export interface IdSystem {
  /** Who hands the id out, in words. */
  issuer: string;
  /** A regular expression that a normalised value must match as a whole. */
  pattern?: string | undefined;
  /** Applied in this order before the pseudonym is computed. */
  normalForm: readonly NormalForm[];
}

// A GUID is written with and without dashes by different reports of one vendor, so dashes are no part of it.
const guid: readonly NormalForm[] = ['trim', 'lower', 'no_dashes'];
const text: readonly NormalForm[] = ['trim', 'lower'];

export const DEFAULT_ID_SYSTEMS: Readonly<Record<string, IdSystem>> = {
  sis_student: { issuer: 'student information system', normalForm: text },
  state_student: { issuer: 'state education agency', normalForm: text },
  staff: { issuer: 'student information system, staff', normalForm: text },
  aad_object: { issuer: 'Microsoft Entra directory, object id', normalForm: guid },
  insights_person: { issuer: 'Microsoft Education Insights, person id', normalForm: guid },
  upn: { issuer: 'Microsoft Entra directory, user principal name', normalForm: text },
  email: { issuer: 'mail address', normalForm: text },
  clever_user: { issuer: 'Clever', normalForm: text },
  iready_student: { issuer: 'i-Ready', normalForm: text },
  edfi_student: { issuer: 'Ed-Fi, studentUniqueId', normalForm: text },
  edfi_student_resource: { issuer: 'Ed-Fi, resource id', normalForm: guid },
  oneroster_user: { issuer: 'OneRoster, user sourcedId', normalForm: text },
  nwea_student: { issuer: 'NWEA MAP Growth', normalForm: text },
};

/**
 * Codes and words that vendors share, matched without regard to case. "A" and "Absent" say nothing of an excuse:
 * an absence counts as unexcused until somebody excuses it, which is how offices record it.
 */
export const DEFAULT_ATTENDANCE_CODES: Readonly<Record<string, AttendanceCategory>> = {
  P: 'present',
  Present: 'present',
  'In Attendance': 'present',
  A: 'absent_unexcused',
  Absent: 'absent_unexcused',
  U: 'absent_unexcused',
  Unexcused: 'absent_unexcused',
  'Unexcused Absence': 'absent_unexcused',
  UnexcusedAbsence: 'absent_unexcused',
  E: 'absent_excused',
  Excused: 'absent_excused',
  'Excused Absence': 'absent_excused',
  ExcusedAbsence: 'absent_excused',
  T: 'tardy',
  Tardy: 'tardy',
  Late: 'tardy',
  Partial: 'tardy',
  'Early departure': 'early_departure',
  EarlyDeparture: 'early_departure',
  R: 'remote_present',
  Remote: 'remote_present',
  'Remote Present': 'remote_present',
  'School Activity': 'school_activity',
  'Field Trip': 'school_activity',
  ISS: 'suspension_in',
  'In-School Suspension': 'suspension_in',
  OSS: 'suspension_out',
  'Out-of-School Suspension': 'suspension_out',
  'Not Counted': 'not_counted',
};
