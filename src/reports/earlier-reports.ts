// Keeps what a report showed, and what it hid without its value, for the next one of the year: once hidden stays hidden.
import { z } from 'zod';
import type { Lake } from '../lake/lake.ts';
import { nothingEarlier, type ReportBefore } from '../suppress/report-before.ts';
import { EarlierReportError } from './earlier-report-error.ts';
import { hiddenKey } from './report-keys.ts';

const schema = z.strictObject({
  school_year: z.int().nullable(),
  shown: z.array(z.tuple([z.string(), z.int()])),
  hidden: z.array(z.tuple([z.string(), z.enum(['small_group', 'protects_another'])])),
});

export async function earlierReport(
  { lake, before }: { readonly lake: Pick<Lake, 'readText'>; readonly before: string | null },
  year: number | undefined,
): Promise<ReportBefore> {
  const text = before === null ? undefined : await lake.readText(hiddenKey(before));
  if (text === undefined) return nothingEarlier;
  const told = readKept(text, hiddenKey(before ?? ''));
  if (told.school_year !== (year ?? null)) return nothingEarlier;
  return { shown: new Map(told.shown), hidden: new Map(told.hidden) };
}

function readKept(text: string, where: string): z.output<typeof schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new EarlierReportError(where, cause);
  }
}

export async function keepReport(
  lake: Lake,
  release: string,
  year: number | undefined,
  { shown, hidden }: ReportBefore,
): Promise<void> {
  const mark = year === undefined ? '' : `|${year}|`;
  // Past years don't change from day to day.
  const isOfYear = ([id]: readonly [string, unknown]) => decodeURIComponent(id).includes(mark);
  const kept: z.input<typeof schema> = {
    school_year: year ?? null,
    shown: [...shown].filter(isOfYear),
    hidden: [...hidden].filter(isOfYear),
  };
  await lake.writeText(hiddenKey(release), JSON.stringify(kept));
}
