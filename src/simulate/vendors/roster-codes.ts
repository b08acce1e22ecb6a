/** The roster's list of definitions: what its small numbers mean. */
import { highestGrade } from '../schools.ts';

export type Definition = { readonly id: number; readonly code: string; readonly type: string };

const gradeCode = (grade: number): string => (grade === 0 ? 'KG' : `${grade}`.padStart(2, '0'));

export const roleIds = { student: 11, teacher: 12 } as const;
export const sectionRoleIds = { student: 21, teacher: 22 } as const;
export const organizationIds = { school: 31, district: 32 } as const;
export const sessionIds = { schoolYear: 41, semester: 42 } as const;
export const sexIds: Readonly<Record<string, number>> = { Female: 51, Male: 52 };
export const gradeId = (grade: number): number => 100 + grade;
export const academicYearId = (year: number): number => year - 1800;

const named = (type: string, ids: Readonly<Record<string, number>>): Definition[] =>
  Object.entries(ids).map(([code, id]) => ({ id, code, type }));

export const definitions = (years: readonly number[]): Definition[] => [
  ...named('RefRole', roleIds),
  ...named('RefSectionRole', sectionRoleIds),
  ...named('RefOrgType', organizationIds),
  ...named('RefSessionType', sessionIds),
  ...named('RefSex', sexIds),
  ...Array.from({ length: highestGrade + 1 }, (_, g) => ({
    id: gradeId(g),
    code: gradeCode(g),
    type: 'RefGradeLevel',
  })),
  ...years.map((year) => ({ id: academicYearId(year), code: `${year}`, type: 'RefAcademicYear' })),
];
