// The letters of a release: made once and written down, so that a run that is begun again tells the same and tells it once.
import { z } from 'zod';
import type { Session } from '../adapters/duckdb.ts';
import type { DistrictContext } from '../district/context.ts';
import { type TakenFile, takenFiles } from '../quarantine/taken-file.ts';
import type { Manifest } from '../release/manifest.ts';
import { type Fault, faultSchema } from './fault.ts';
import { isFullSet, openFaults } from './open-faults.ts';
import { type Mend, type News, newsOf, nothingTold, type Told, toldSchema } from './told.ts';

export const toldKey = 'outbox/told.json';
export const letterPlanKey = (release: string) => `outbox/${release}/letters.json`;

const planSchema = z.strictObject({
  news: z.array(
    z.strictObject({
      owner: z.string(),
      fresh: z.array(faultSchema),
      reminders: z.array(z.strictObject({ fault: faultSchema, since: z.string() })),
      mended: z.array(
        z.strictObject({ fault: faultSchema, mend: z.strictObject({ file: z.string(), rows: z.int() }) }),
      ),
    }),
  ),
  /** Sources with faults whose owner the district file does not name. */
  unowned: z.array(z.string()),
  after: toldSchema,
});

export interface LetterPlan {
  readonly news: readonly News[];
  readonly unowned: readonly string[];
}

/** @param keep false to look without writing anything down */
export async function letterPlan(
  context: DistrictContext,
  session: Session,
  manifest: Manifest,
  keep: boolean,
): Promise<LetterPlan> {
  const { lake } = context;
  const key = letterPlanKey(manifest.releaseId);
  const told = await readTold(context);
  const before = await lake.readText(key);
  if (before !== undefined) return settle(context, before, told, keep);
  // Letters of a later release have gone out: what they told is not told again by an older one.
  if (told.release >= manifest.releaseId) return { news: [], unowned: [] };
  const plan = await newPlan(context, session, manifest, told);
  if (!keep) return plan;
  const text = JSON.stringify(plan);
  const isMine = await lake.createText(key, text);
  return settle(context, isMine ? text : ((await lake.readText(key)) ?? text), told, keep);
}

async function settle(
  { lake }: DistrictContext,
  text: string,
  told: Told,
  keep: boolean,
): Promise<LetterPlan> {
  const plan = planSchema.parse(JSON.parse(text));
  if (keep && told.release < plan.after.release) await lake.writeText(toldKey, JSON.stringify(plan.after));
  return plan;
}

async function readTold({ lake }: DistrictContext): Promise<Told> {
  const text = await lake.readText(toldKey);
  return text === undefined ? nothingTold : toldSchema.parse(JSON.parse(text));
}

async function newPlan(
  context: DistrictContext,
  session: Session,
  manifest: Manifest,
  told: Told,
): Promise<z.infer<typeof planSchema>> {
  const { lake, contracts, district } = context;
  const files = await takenFiles(lake, manifest);
  const open = await openFaults(session, lake, contracts, files);
  const owners = (module: string) =>
    district.modules[module]?.owner?.email ??
    district.reports.recipients.find((r) => r.role === 'data_office')?.email;
  const { news, after } = newsOf(told, {
    release: manifest.releaseId,
    date: manifest.date,
    open,
    ownerOf: (fault) => owners(fault.module)?.toLowerCase(),
    mendOf: (fault) => mendOf(fault, files, (file) => isFullSet(file, contracts)),
  });
  const unowned = open.map((f) => f.module).filter((m) => owners(m) === undefined);
  return planSchema.parse({ news, unowned: [...new Set(unowned)], after });
}

/** A file of the same name, or of the same full set, that a later run took in. */
function mendOf(
  fault: Fault,
  files: readonly TakenFile[],
  isFull: (file: TakenFile) => boolean,
): Mend | undefined {
  const names = new Set(fault.places.map((p) => p.file));
  const byTable = fault.isFull || fault.kind === 'columns';
  const found = files.findLast((file) => {
    const { status, module, fileName, table } = file.facts;
    if (status !== 'accepted' || module !== fault.module || file.runId <= fault.run) return false;
    return (
      names.has(fileName) || (byTable && table === fault.table && (fault.kind === 'columns' || isFull(file)))
    );
  });
  return found && { file: found.facts.fileName, rows: found.facts.accepted };
}
