// Days as text, YYYY-MM-DD: they sort as they follow each other, and no time zone can move them.

const MS = 86_400_000;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS).toISOString().slice(0, 10);
}
