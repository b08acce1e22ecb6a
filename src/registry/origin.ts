// A model that was approved elsewhere: what is said of it wherever it is named, and how it enters the registry.
import type { AboutModel } from './model-package.ts';
import { archivePrefix, type ModelEntry, type Origin, type TaskEntry } from './registry.ts';

/** For a line of a list. */
export const approvedElsewhere = ({ district }: Origin): string =>
  `approved elsewhere (district ${district})`;

/** Stays true whatever comes later: the test that its card tells of was made there. */
export function originSentence({ district, approvedOn, broughtInOn }: Origin): string {
  return `Approved elsewhere (district ${district}, on ${approvedOn}) and brought in on ${broughtInOn}: it was trained and tested on students there, not on outcomes of this district.`;
}

export const originOf = (entry: TaskEntry, modelId: string | null): Origin | undefined =>
  entry.models.find((m) => m.modelId === modelId)?.origin;

/** It waits for a person, whatever the district's file says of approval: no rule of this district has judged it. */
export function broughtIn(entry: TaskEntry, about: AboutModel, date: string): TaskEntry {
  const origin = { district: about.district, approvedOn: about.approvedOn, broughtInOn: date };
  const model: ModelEntry = {
    modelId: about.modelId,
    runId: 'import',
    decidedOn: date,
    approval: 'PendingManualApproval',
    decision: 'import',
    reasons: [originSentence(origin)],
    version: about.version,
    origin,
  };
  const next = { ...entry, models: [model, ...entry.models] };
  return entry.champion === null ? { ...next, reasons: [...entry.reasons, waitsSentence(model)] } : next;
}

export function waitsSentence({ modelId, origin }: ModelEntry): string {
  const from = origin === undefined ? '' : `, ${approvedElsewhere(origin)},`;
  return `${modelId}${from} waits for a person: npx homeroom models promote.`;
}

/** The archive of a model, from the files of its package. */
export function archived(about: AboutModel, files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
  const prefix = archivePrefix(about.task, about.modelId);
  const placed = [...files].map(([path, bytes]): [string, Buffer] => [`${prefix}/${path}`, bytes]);
  const evaluation = files.get('candidate/evaluation.json');
  return new Map([
    ...placed,
    ...(evaluation === undefined ? [] : [[`${prefix}/evaluation.json`, evaluation] as const]),
  ]);
}
