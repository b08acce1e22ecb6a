// Writes a run's frame for the models: cases, weeks and groups as Parquet, and a digest of what can be learnt from.
import type { Session } from '../adapters/duckdb.ts';
import type { Lake } from '../lake/lake.ts';
import { literal, identifier as q } from '../sql-text/sql-text.ts';

/** File of the frame to the feature that fills it. */
const files = { cases: 'model_case', weekly: 'model_week', groups: 'case_group' } as const;

export const framePrefix = (runId: string) => `runs/${runId}/frame`;

export interface FrameFacts {
  readonly cases: number;
  /** Cases of the run's own day: those that are scored. */
  readonly latest: number;
  /** The prediction day that is scored; null where no school day has passed. */
  readonly asOf: string | null;
  /** Outcome column to a digest of the cases whose outcome is known, with their weeks. */
  readonly digests: Readonly<Record<string, string>>;
}

/** Sorted, so that the same rows give the same bytes. */
export async function writeFrame(
  session: Session,
  lake: Lake,
  runId: string,
  outcomes: readonly string[],
): Promise<FrameFacts> {
  for (const [file, feature] of Object.entries(files)) {
    const path = await lake.scratch(`${file}.parquet`);
    const order = feature === 'model_week' ? 'student_key, as_of, week' : 'student_key, as_of';
    await session.run(
      `copy (select * from ${q(feature)} order by ${order}) to ${literal(path)} (format parquet, compression zstd)`,
    );
    await lake.publish(path, `${framePrefix(runId)}/${file}.parquet`);
  }
  const [counted] = await session.rows(
    "select count(*) as cases, count(*) filter (is_latest) as latest, strftime(max(as_of) filter (is_latest), '%Y-%m-%d') as as_of from model_case",
  );
  return {
    cases: Number(counted?.cases ?? 0),
    latest: Number(counted?.latest ?? 0),
    asOf: typeof counted?.as_of === 'string' ? counted.as_of : null,
    digests: await digestsOf(session, outcomes),
  };
}

/**
 * What was known on a past day does not change any more: while no outcome ripens and no definition changes, the digest
 * stays and there is nothing new to learn. The outcomes of one prediction day ripen a few a
 * day for weeks: those of the running month wait for its end, so that a task learns at most once a month of them.
 */
export async function digestsOf(
  session: Session,
  outcomes: readonly string[],
): Promise<Record<string, string>> {
  await session.run(
    'create or replace temp table week_digest as select student_key, as_of, bit_xor(hash(w)) as weeks from model_week as w group by student_key, as_of',
  );
  const known = await knownColumns(session);
  const digests: Record<string, string> = {};
  for (const outcome of outcomes) {
    const ripe = q(`${outcome}_matured_on`);
    const [row] = await session.rows(
      `select count(*) as n, bit_xor(hash(c.known, d.weeks, c.outcome)) as digest from (select student_key, as_of, ${q(outcome)} as outcome, hash(${known}) as known from model_case where ${q(outcome)} is not null and coalesce(${ripe}, date '1900-01-01') < (select date_trunc('month', run_date) from policy)) as c left join week_digest as d using (student_key, as_of)`,
    );
    digests[outcome] = `${row?.n ?? 0}-${row?.digest ?? 0}`;
  }
  return digests;
}

/** The newest knowledge date of digital use may move while the values do not; the days to come are no input. */
const NOT_LEARNT_FROM =
  /^(known_from|is_latest|(chronic_absence|course_failure|gpa_next_term|dropout)(_matured_on)?)$/;

/** Means are added up in another order every time: their last digits say nothing. */
async function knownColumns(session: Session): Promise<string> {
  const columns = await session.rows('select column_name, column_type from (describe model_case)');
  return columns
    .filter((c) => !NOT_LEARNT_FROM.test(String(c.column_name)))
    .map((c) =>
      c.column_type === 'DOUBLE' ? `round(${q(String(c.column_name))}, 6)` : q(String(c.column_name)),
    )
    .join(', ');
}
