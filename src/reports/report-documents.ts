// Every facts document of a release: the district, its schools, and below each school its grades and classes.
import {
  type Built,
  districtDocument,
  gradeDocument,
  type ReportBasis,
  reportYear,
  schoolDocument,
} from '../facts/build-documents.ts';
import { listDocument } from '../facts/list-document.ts';
import { sectionDocument } from '../facts/section-document.ts';

export interface ReportDocuments {
  /** Those that have a page of their own. */
  readonly pages: readonly Built[];
  readonly below: readonly {
    readonly school: string;
    readonly grades: readonly Built[];
    readonly sections: readonly Built[];
  }[];
  /** Of each school's check-in list, for its staff alone. */
  readonly lists: readonly Built[];
}

export function reportDocuments(basis: ReportBasis): ReportDocuments {
  const year = reportYear(basis);
  const { schools, measures, sections } = basis.rows;
  const gradesOf = Map.groupBy(
    measures.filter((m) => m.level === 'grade' && m.school_year === year),
    (m) => m.school_key,
  );
  const sectionsOf = Map.groupBy(
    sections.filter((s) => s.school_year === year),
    (s) => s.school_key,
  );
  return {
    pages: [districtDocument(basis), ...schools.map((s) => schoolDocument(basis, s.school_key))],
    below: schools.map(({ school_key: school }) => ({
      school,
      grades: [...new Set(gradesOf.get(school)?.map((m) => m.grade))]
        .sort()
        .map((grade) => gradeDocument(basis, school, grade)),
      sections: (sectionsOf.get(school) ?? []).map((s) => sectionDocument(basis, s)),
    })),
    lists: schools.flatMap((s) => listDocument(basis, s.school_key) ?? []),
  };
}
