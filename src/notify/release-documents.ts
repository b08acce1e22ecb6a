// The facts of a release's reports, and of the report before it: what a digest tells and compares.
import { type FactsDocument, factsDocumentSchema } from '../facts/facts-document.ts';
import type { Lake } from '../lake/lake.ts';
import type { Manifest } from '../release/manifest.ts';
import { readManifest } from '../release/release-store.ts';
import { factsKey, reportKey } from '../reports/report-keys.ts';
import { reportSchema } from '../reports/report-record.ts';

export interface ReleaseDocuments {
  readonly district: FactsDocument | undefined;
  readonly schools: readonly FactsDocument[];
  /** Pages that were made, by the key of their file in the lake. */
  readonly pages: ReadonlySet<string>;
}

/** Undefined where the release has no finished report: half of one is none. */
export async function releaseDocuments(lake: Lake, release: string): Promise<ReleaseDocuments | undefined> {
  const text = await lake.readText(reportKey(release));
  if (text === undefined) return undefined;
  const { pages } = reportSchema.parse(JSON.parse(text));
  const subjects = new Set(pages.map((p) => factsKey(release, p.kind, p.key)));
  const texts = await Promise.all([...subjects].map((key) => lake.readText(key)));
  const documents = texts.flatMap((t) => (t === undefined ? [] : [factsDocumentSchema.parse(JSON.parse(t))]));
  return {
    district: documents.find((d) => d.subject.kind === 'district'),
    schools: documents.filter((d) => d.subject.kind === 'school'),
    pages: new Set(pages.flatMap((p) => [p.letter, p.a4])),
  };
}

/** Of the nearest earlier release that has a report. */
export async function documentsBefore(lake: Lake, manifest: Manifest): Promise<ReleaseDocuments | undefined> {
  let id = manifest.previous;
  while (id !== null && id !== 'none') {
    const found = await releaseDocuments(lake, id);
    if (found !== undefined) return found;
    id = (await readManifest(lake, id))?.previous ?? null;
  }
  return undefined;
}

/** The same subject's document in the same school year; another year's number is no earlier state of this one. */
export function sameBefore(
  document: FactsDocument,
  before: ReleaseDocuments | undefined,
): FactsDocument | undefined {
  const { kind, key } = document.subject;
  const found = kind === 'district' ? before?.district : before?.schools.find((s) => s.subject.key === key);
  return found?.period.label === document.period.label ? found : undefined;
}
