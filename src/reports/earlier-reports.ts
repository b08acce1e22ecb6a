// Keeps what a report showed and hid, so that the next one of the year gives nothing away beside it. Never leaves the lake.
import { z } from 'zod';
import { nothingEarlier } from '../facts/hidden-cells.ts';
import type { Lake } from '../lake/lake.ts';
import type { EarlierReport } from '../suppress/earlier-report.ts';
import { hiddenKey } from './report-keys.ts';

/** An open end has no number in JSON. */
const bound = z.union([z.number(), z.enum(['-inf', 'inf'])]);

const schema = z.strictObject({
  school_year: z.int().nullable(),
  cells: z.array(
    z.strictObject({
      id: z.string(),
      value: z.int(),
      of: z.string().optional(),
      weight: z.number().optional(),
    }),
  ),
  relations: z.array(
    z.strictObject({
      terms: z.array(z.strictObject({ cell: z.string(), times: z.number() })),
      least: bound,
      most: bound,
    }),
  ),
  hidden: z.array(z.tuple([z.string(), z.enum(['small_group', 'protects_another'])])),
});

export async function earlierReport(
  { lake, before }: { readonly lake: Lake; readonly before: string | null },
  year: number | undefined,
): Promise<EarlierReport> {
  const text = before === null ? undefined : await lake.readText(hiddenKey(before));
  if (text === undefined) return nothingEarlier;
  const told = schema.parse(JSON.parse(text));
  if (told.school_year !== (year ?? null)) return nothingEarlier;
  return {
    cells: told.cells.map(({ id, value, of, weight }) => ({
      id,
      value,
      coords: {},
      ...(of === undefined ? {} : { of }),
      ...(weight === undefined ? {} : { weight }),
    })),
    relations: told.relations.map((r) => ({ ...r, least: number(r.least), most: number(r.most) })),
    hidden: new Map(told.hidden),
  };
}

export async function keepReport(
  lake: Lake,
  release: string,
  year: number | undefined,
  { cells, relations, hidden }: EarlierReport,
): Promise<void> {
  const mark = year === undefined ? '' : `|${year}|`;
  // Past years don't change from day to day; only this year's numbers could be told by their difference.
  const own = cells.filter((c) => decodeURIComponent(c.id).includes(mark));
  const ids = new Set(own.map((c) => c.id));
  const kept: z.input<typeof schema> = {
    school_year: year ?? null,
    cells: own.map(({ id, value, of, weight }) => ({ id, value, of, weight })),
    relations: relations
      .filter((r) => r.terms.every((t) => ids.has(t.cell)))
      .map((r) => ({ terms: [...r.terms], least: text(r.least), most: text(r.most) })),
    hidden: [...hidden].filter(([id]) => ids.has(id)),
  };
  await lake.writeText(hiddenKey(release), JSON.stringify(kept));
}

const text = (n: number) =>
  n === Number.POSITIVE_INFINITY ? 'inf' : n === Number.NEGATIVE_INFINITY ? '-inf' : n;
const number = (b: z.output<typeof bound>) =>
  b === 'inf' ? Number.POSITIVE_INFINITY : b === '-inf' ? Number.NEGATIVE_INFINITY : b;
