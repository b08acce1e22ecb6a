// Grades in the order in which people climb them: before school, kindergarten, then by number.

const EARLY = ['IT', 'PR', 'PK', 'TK', 'KG', 'K'];

function rank(grade: string): number {
  const early = EARLY.indexOf(grade.toUpperCase());
  if (early >= 0) return early - EARLY.length;
  return /^\d+$/.test(grade) ? Number(grade) : 1000;
}

export const byGrade = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
