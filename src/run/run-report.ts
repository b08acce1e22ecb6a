// What a run did, for a person and for a script: files, rows, tables, seconds and memory.
import { z } from 'zod';
import { openSession } from '../adapters/duckdb.ts';
import type { Lake } from '../lake/lake.ts';
import { literal } from '../sql-text/sql-text.ts';
import { checkSchema, factsKey, harmonizeSchema, identifySchema, readFacts } from './facts.ts';
import { scoresKey } from './scores-key.ts';
import { failureKey, failureSchema, handoffFailureKey, reportFailureKey } from './tell.ts';

export interface FileLine {
  readonly module: string;
  readonly table: string;
  readonly file_name: string;
  readonly status: string;
  readonly reason: string;
  readonly rows_in: number;
  readonly accepted: number;
  readonly quarantined: Readonly<Record<string, number>>;
  readonly superseded: number;
  readonly held: number;
  readonly unknown_columns: readonly string[];
}

export interface RunReport {
  readonly run_id: string;
  readonly release_id: string;
  readonly seconds: number;
  readonly handler_seconds: number;
  readonly peak_memory_mb: number;
  readonly students: number;
  readonly ids_seen: number;
  readonly ids_matched: number;
  /** Pairs of ids that belong together, by what joined them. */
  readonly links: Readonly<Record<string, number>>;
  /** Pairs that may be one student and wait for a decision. */
  readonly review: number;
  /** Opt-outs that are followed, and how many of them name an id that no source has shown. */
  readonly opt_outs: { readonly listed: number; readonly unknown: number };
  readonly tables_made: number;
  readonly files: readonly FileLine[];
  /** Tasks whose model's files had changed and were put back from the archive. */
  readonly models_mended: readonly string[];
  /** What failed among the models, while the day went on; null where nothing did. */
  /** Tasks that could not be scored today; those of the day before stay until they expire. */
  readonly models_refused: readonly { readonly task: string; readonly what: string; readonly mend: string }[];
  readonly models_failed: { readonly step: string; readonly why: string } | null;
  readonly reports_failed: { readonly step: string; readonly why: string } | null;
  readonly handoff_failed: { readonly step: string; readonly why: string } | null;
}

export async function runReport(
  lake: Lake,
  day: {
    readonly runId: string;
    readonly releaseId: string;
    readonly seconds: number;
    readonly handlerSeconds: number;
  },
): Promise<RunReport> {
  const check = await readFacts(lake, day.runId, 'check', checkSchema);
  const identified = await readFacts(lake, day.runId, 'identify', identifySchema);
  const harmonized = await readFacts(lake, day.runId, 'harmonize', harmonizeSchema);
  return {
    run_id: day.runId,
    release_id: day.releaseId,
    seconds: Math.round(day.seconds * 100) / 100,
    handler_seconds: Math.round(day.handlerSeconds * 100) / 100,
    peak_memory_mb: Math.round(process.resourceUsage().maxRSS / 1024),
    students: identified.students,
    ids_seen: identified.idsSeen,
    ids_matched: identified.idsMatched,
    links: identified.links,
    review: identified.review,
    opt_outs: { listed: identified.optOuts.listed, unknown: identified.optOuts.unknown },
    tables_made: harmonized.made.length,
    models_mended: await modelsMended(lake, day.runId),
    models_refused: await modelsRefused(lake, day.runId),
    models_failed: await failedPart(lake, failureKey(day.runId)),
    reports_failed: await failedPart(lake, reportFailureKey(day.runId)),
    handoff_failed: await failedPart(lake, handoffFailureKey(day.runId)),
    files: check.files.map((f) => ({
      module: f.module,
      table: f.table,
      file_name: f.fileName,
      status: f.status,
      reason: f.reason,
      rows_in: f.rowsIn,
      accepted: f.accepted,
      quarantined: f.quarantined,
      superseded: f.superseded,
      held: f.held,
      unknown_columns: f.unknownColumns,
    })),
  };
}

const refusedSchema = z.array(z.object({ task: z.string(), what: z.string(), mend: z.string() }));

async function modelsRefused(lake: Lake, runId: string): Promise<RunReport['models_refused']> {
  const key = scoresKey(runId, 'refused');
  if (!(await lake.exists(key))) return [];
  const session = await openSession({ tempDir: lake.tempDir, memoryMb: 256, threads: 1 });
  try {
    const file = literal(await lake.fetch(key));
    return refusedSchema.parse(
      await session.rows(`select task, what, mend from read_parquet(${file}) order by task`),
    );
  } finally {
    session.close();
  }
}

const gateSchema = z.object({ mended: z.array(z.string()).default([]) });

async function modelsMended(lake: Lake, runId: string): Promise<readonly string[]> {
  if (!(await lake.exists(factsKey(runId, 'gate')))) return [];
  return (await readFacts(lake, runId, 'gate', gateSchema)).mended;
}

const thrown = z.object({ errorMessage: z.string() });

/** A cause that came through the state machine is a document of its own. */
async function failedPart(lake: Lake, key: string): Promise<RunReport['models_failed']> {
  const text = await lake.readText(key);
  if (text === undefined) return null;
  const { state, cause } = failureSchema.parse(JSON.parse(text));
  const told = thrown.safeParse(cause.startsWith('{') ? JSON.parse(cause) : undefined);
  return { step: state, why: told.success ? told.data.errorMessage : cause };
}
