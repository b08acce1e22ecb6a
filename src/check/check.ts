// The check step: brings the chunks' facts together, guards against mass deletion, and names what the run may use.
import type { Session } from '../adapters/duckdb.ts';
import type { DistrictContext } from '../district/context.ts';
import { schoolYearOf } from '../harmonize/touched.ts';
import { deliveryOfKey } from '../intake/delivery.ts';
import type { Batch, Manifest } from '../release/manifest.ts';
import { currentManifest } from '../release/release-store.ts';
import {
  type CheckFacts,
  type FileFacts,
  intakeSchema,
  planSchema,
  readFacts,
  writeFacts,
} from '../run/facts.ts';
import { approved } from './decisions.ts';
import { guard, isFullSet, otherParts } from './full-set.ts';
import { type Gone, replacedBy, takeOut } from './replaced.ts';

export async function checkRun(context: DistrictContext, runId: string): Promise<CheckFacts> {
  const { lake, district } = context;
  const plan = await readFacts(lake, runId, 'plan', planSchema);
  const before = await currentManifest(lake, district.district);
  const batches: Manifest['batches'] = Object.fromEntries(
    Object.entries(plan.rebuild ? {} : before.batches).map(([t, list]) => [t, [...list]]),
  );
  const facts: CheckFacts = {
    files: [],
    consumed: [],
    batches,
    newMonths: {},
    years: [],
    bytes: 0,
    changed: false,
  };
  const replays = new Map(plan.replays.map((r) => [r.raw, r]));
  const gone: Gone[] = [];
  const session = await context.session();
  try {
    for (const chunk of plan.chunks.keys()) {
      const part = await readFacts(lake, runId, `intake-${chunk}`, intakeSchema);
      facts.consumed.push(...part.consumed);
      facts.files.push(...part.files);
    }
    const delivered = [...facts.files];
    for (const i of orderOfJudgement(delivered, plan.date)) {
      const file = delivered[i];
      if (!file) continue;
      const replaced = replacedBy(replays.get(file.landingKey), file.fileName);
      const parts = otherParts(file, delivered, plan.date);
      const verdict = await judged(context, session, batches, file, replaced, parts);
      facts.files[i] = verdict.file;
      gone.push(...verdict.gone);
    }
  } finally {
    session.close();
  }
  await addSpan(context, facts, gone);
  facts.changed = facts.files.some((f) => f.status === 'accepted' && f.batch !== null);
  await writeFacts(lake, runId, 'check', facts);
  return facts;
}

/**
 * Positions of the files by the day they came and then by what they speak of, whatever their names: a rebuild, which
 * reads all days at once, must judge each file after the same ones as the day that first read it.
 */
export function orderOfJudgement(files: readonly FileFacts[], date: string): number[] {
  const place = files.map((f) =>
    [deliveryOfKey(f.landingKey, date).received, f.batch?.asOf ?? '', f.batch?.batchId ?? ''].join('|'),
  );
  return [...files.keys()].sort((a, b) => ((place[a] ?? '') < (place[b] ?? '') ? -1 : 1));
}

interface Verdict {
  readonly file: FileFacts;
  readonly gone: readonly Gone[];
}

/**
 * The file's facts after the guard; an accepted batch is added to `batches` in the order of what it speaks of, and
 * those that it replaces go with it.
 */
async function judged(
  context: DistrictContext,
  session: Session,
  batches: Manifest['batches'],
  file: FileFacts,
  replaced: ReadonlySet<string>,
  parts: readonly Batch[],
): Promise<Verdict> {
  const { batch } = file;
  if (file.status !== 'accepted' || batch === null) return { file, gone: [] };
  const id = `${file.module}.${file.batchTable}`;
  const known = (batches[id] ?? []).filter((b) => !replaced.has(b.batchId));
  if (known.some((b) => sameStatement(b, batch))) return { file: repeated(file), gone: [] };
  if (isFullSet(batch) && !(await approved(context.lake, batch.batchId))) {
    const reason = await guard(context, session, file, known, [batch, ...parts]);
    if (reason !== undefined) return { file: heldBack(file, reason), gone: [] };
  }
  const gone = takeOut(batches, file.module, replaced);
  batches[id] = [...known, batch].sort((a, b) => (a.asOf + a.batchId < b.asOf + b.batchId ? -1 : 1));
  return gone.length === 0
    ? { file, gone }
    : { file: { ...file, reason: ['taken in again', file.reason].filter(Boolean).join('; ') }, gone };
}

/**
 * Rows that are only ever added, in a file that does not say of which day it speaks: sent again later they are the old
 * statement, not a newer one, and must not undo what came in between.
 */
function sameStatement(known: Batch, batch: Batch): boolean {
  if (known.batchId === batch.batchId) return true;
  const undated = batch.delivery === 'additive' && batch.asOfBasis === 'received';
  return undated && known.asOfBasis === 'received' && known.sha256 === batch.sha256;
}

function heldBack(file: FileFacts, reason: string): FileFacts {
  return { ...file, status: 'held', reason, held: file.rowsIn, accepted: 0, superseded: 0, quarantined: {} };
}

export function repeated(file: FileFacts): FileFacts {
  return {
    ...file,
    status: 'repeated',
    reason: 'the same file was taken in before',
    superseded: file.rowsIn,
    accepted: 0,
    quarantined: {},
    held: 0,
    batch: null,
  };
}

/** What came and what went both touch their months; only what came has to be read. */
async function addSpan(
  { lake, district }: DistrictContext,
  facts: CheckFacts,
  gone: readonly Gone[],
): Promise<void> {
  const years = new Set<number>();
  const touch = (table: string, batch: Batch) => {
    const months = batch.files.map((f) => f.month);
    facts.newMonths[table] = [...new Set([...(facts.newMonths[table] ?? []), ...months])].sort();
    for (const month of months)
      if (month !== 'all') years.add(schoolYearOf(month, district.calendar.firstMonth));
  };
  for (const { table, batch } of gone) touch(table, batch);
  for (const file of facts.files) {
    if (file.status !== 'accepted' || file.batch === null) continue;
    touch(`${file.module}.${file.batchTable}`, file.batch);
    for (const f of file.batch.files) facts.bytes += await lake.size(f.key);
  }
  facts.years = [...years].sort();
}
