// What a judged challenger means for a task: pure, so that the rule can be read and tested without a lake.
import type { ModelEntry, TaskEntry } from './registry.ts';

export interface Verdict {
  readonly task: string;
  /** The new model; null where there is none and yesterday's alone was judged. */
  readonly modelId: string | null;
  /** The new model passed every check of the rule. */
  readonly passed: boolean;
  /** It passed, and a person has to say so too. */
  readonly waits: boolean;
  /** Who scores from now on. */
  readonly use: 'challenger' | 'champion' | 'plain rule';
  readonly reasons: readonly string[];
}

export interface Judged {
  readonly verdict: Verdict;
  readonly runId: string;
  readonly date: string;
  readonly digest: string;
  readonly version?: string;
}

/** Models remembered a task; older ones leave the list, and their files with them. */
const REMEMBERED = 20;

export const neverJudged = (date: string): TaskEntry => ({
  champion: null,
  since: date,
  reasons: ['No model has been judged yet; the plain list stands.'],
  learnt: '',
  models: [],
});

/** Takes in what persons approved: the newest of those that waited scores from this day on. */
export function approve(entry: TaskEntry, approved: ReadonlySet<string>, date: string): TaskEntry {
  const chosen = entry.models.find((m) => m.approval === 'PendingManualApproval' && approved.has(m.modelId));
  if (chosen === undefined) return entry;
  return {
    ...entry,
    champion: chosen.modelId,
    since: date,
    reasons: [...chosen.reasons, `Approved by a person; in use from ${date}.`],
    models: entry.models.map((m) => (m === chosen ? { ...m, approval: 'Approved' } : m)),
  };
}

/** The task's entry after the verdict: who scores is the rule's word; what became of the new model is remembered. */
export function decide(before: TaskEntry, { verdict, runId, date, digest, version }: Judged): TaskEntry {
  const { modelId, passed, waits, use } = verdict;
  const reasons = [...verdict.reasons];
  const next = modelId === null ? before : { ...before, learnt: digest, models: remembered(before, modelId) };
  if (use === 'challenger') return { ...next, champion: modelId, since: date, reasons };
  if (use === 'champion') return next;
  // Neither the new model nor the one in use may score: the plain list stands, from the day on which that became so.
  return { ...next, champion: null, since: before.champion === null ? before.since : date, reasons };

  function remembered({ models, champion }: TaskEntry, id: string): ModelEntry[] {
    const entry: ModelEntry = {
      modelId: id,
      runId,
      decidedOn: date,
      approval: !passed ? 'Rejected' : waits ? 'PendingManualApproval' : 'Approved',
      decision: passed ? 'promote' : use === 'champion' ? 'keep' : 'plain',
      reasons,
      ...(version === undefined ? {} : { version }),
    };
    const others = models.filter((m) => m.modelId !== id);
    return [entry, ...others].filter((m, i) => i < REMEMBERED || m.modelId === champion);
  }
}
