// A choice as it stands in the address of the overview, on the server, in the browser and in a receipt.
import type { Extract } from './extract.ts';
import { everything, type Filter } from './select.ts';

export const ASKED = ['school', 'grade', 'from', 'to', 'source'] as const;
export type Asked = (typeof ASKED)[number];

/** What may stand in the address under each name. */
export const valuesOf = (extract: Extract): Readonly<Record<Asked, readonly string[]>> => ({
  school: extract.schools.map((s) => s.slug),
  grade: extract.grades,
  from: extract.weeks,
  to: extract.weeks,
  source: extract.sources.map((s) => s.module),
});

/** What is not named, or names nothing that is there, is everything. */
export function filterOf(extract: Extract, asked: (name: Asked) => string | null): Filter {
  const values = valuesOf(extract);
  const at = (name: Asked) => {
    const i = values[name].indexOf(asked(name) ?? '');
    return i < 0 ? null : i;
  };
  const all = everything(extract);
  const [from, to] = [at('from') ?? all.from, at('to') ?? all.to];
  return {
    school: at('school'),
    grade: at('grade'),
    source: at('source'),
    // Dates the wrong way round are what they say, turned.
    from: Math.min(from, to),
    to: Math.max(from, to),
  };
}

/** Only what is not everything is named; begins with "?" where anything is. */
export function queryOf(extract: Extract, filter: Filter): string {
  const all = everything(extract);
  const values = valuesOf(extract);
  const asked = new URLSearchParams();
  for (const name of ASKED) {
    const i = filter[name];
    const value = i === null || i === all[name] ? undefined : values[name][i];
    if (value !== undefined) asked.set(name, value);
  }
  const query = asked.toString();
  return query === '' ? '' : `?${query}`;
}

/** Where the site keeps the page, and how a receipt names its numbers. */
export const overviewAddress = (extract: Extract, filter: Filter): string =>
  `/${extract.release}/district/overview.html${queryOf(extract, filter)}`;
