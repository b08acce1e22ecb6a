// No row about a student ever reaches a model.
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { FactsDocument } from '../facts/facts-document.ts';

export class StudentFactsError extends HomeroomError {
  constructor() {
    super('STUDENT_FACTS', 'Facts about a student were about to leave for a model.', {
      where: 'a facts document whose subject, or one of whose facts, is a student',
      mend: 'A student sheet is written by the template alone.',
    });
  }
}

export function isAboutStudents({ subject, within, facts }: FactsDocument): boolean {
  return [subject, ...within, ...facts.map((f) => f.about)].some((s) => s.kind === 'student');
}

/** @throws StudentFactsError */
export function refuseStudents(facts: FactsDocument): void {
  if (isAboutStudents(facts)) throw new StudentFactsError();
}
