// The table that a person reads after a run: per source and table, where every row went.
import { countNotRead } from '../intake/not-read.ts';
import type { FileLine, RunReport } from '../run/run-report.ts';
import { notReadText } from './not-read-text.ts';
import { textTable } from './text-table.ts';

export function runText(report: RunReport): string {
  const lines = [
    filesTable(report.files.filter((f) => f.status !== 'not_read')),
    '',
    `${report.students} students; ${report.ids_matched} of ${report.ids_seen} ids matched.`,
    ...identityLines(report),
    `Release ${report.release_id}: ${report.tables_made} tables made in ${report.seconds} s, peak memory ${report.peak_memory_mb} MB.`,
  ];
  for (const f of report.files.filter((x) => x.status === 'held' || x.status === 'refused')) {
    lines.push(`${f.status}: ${f.module} ${f.file_name}: ${f.reason}`);
  }
  for (const task of report.models_mended)
    lines.push(
      `${task}: the files of its model had changed; they were put back from the archive, and it goes on.`,
    );
  for (const { task, what, mend } of report.models_refused)
    lines.push(
      `${task} could not be scored today; yesterday's scores stay until they expire. ${what} ${mend}`,
    );
  if (report.models_failed !== null) lines.push(modelsFailedText(report.models_failed));
  if (report.reports_failed !== null) lines.push(reportsFailedText(report.reports_failed));
  if (report.handoff_failed !== null)
    lines.push(`The items were not all handed off. ${report.handoff_failed.why}`);
  const left = report.files.filter((f) => f.status === 'not_read');
  lines.push(...countNotRead(left.map((f) => ({ module: f.module, because: f.reason }))).map(notReadText));
  const unknown = report.files.filter((f) => f.unknown_columns.length > 0);
  for (const f of unknown.slice(0, 5)) {
    lines.push(
      `not in the contract, dropped: ${f.module} ${f.file_name}: ${f.unknown_columns.slice(0, 8).join(', ')}${f.unknown_columns.length > 8 ? ` and ${f.unknown_columns.length - 8} more` : ''}`,
    );
  }
  if (unknown.length > 5)
    lines.push(`… and ${unknown.length - 5} more files with columns that no contract knows.`);
  return lines.join('\n');
}

export function modelsFailedText({ step, why }: NonNullable<RunReport['models_failed']>): string {
  return `The models were not refreshed (${step}); yesterday's scores stay until they expire. ${why}`;
}

export function reportsFailedText({ step, why }: NonNullable<RunReport['reports_failed']>): string {
  return `The day is released, but its pages or mails are not all there (${step}). ${why}`;
}

function identityLines({ links, review, opt_outs }: RunReport): string[] {
  const named = links.name_birth_date ?? 0;
  const decided = links.decision ?? 0;
  const exact = Object.values(links).reduce((a, b) => a + b, 0) - named - decided;
  const lines = [
    `Joined by: ${exact} pairs of ids in the sources, ${named} by name and birth date, ${decided} by decision.`,
  ];
  if (review > 0)
    lines.push(
      `${review} pairs share name and birth date but may be two people: npx homeroom identity review`,
    );
  if (opt_outs.listed > 0)
    lines.push(
      `${opt_outs.listed} opt-outs followed, ${opt_outs.unknown} of an id that no source has shown.`,
    );
  return lines;
}

/** One row a source and table; files of one table are added up. */
export function filesTable(files: readonly FileLine[]): string {
  const groups = new Map<string, FileLine[]>();
  for (const f of files) {
    const key = `${f.module}\t${f.table || '(unknown)'}`;
    groups.set(key, [...(groups.get(key) ?? []), f]);
  }
  const rows = [...groups].map(([key, list]) => {
    const [module = '', table = ''] = key.split('\t');
    const sum = (of: (f: FileLine) => number) => String(list.reduce((n, f) => n + of(f), 0));
    return [
      module,
      table,
      String(list.length),
      sum((f) => f.rows_in),
      sum((f) => f.accepted),
      reasons(list),
      sum((f) => f.superseded),
      sum((f) => f.held),
    ];
  });
  return textTable(
    ['source', 'table', 'files', 'rows in', 'accepted', 'quarantined', 'superseded', 'held'],
    rows,
  );
}

function reasons(files: readonly FileLine[]): string {
  const counts = new Map<string, number>();
  for (const f of files)
    for (const [rule, n] of Object.entries(f.quarantined)) counts.set(rule, (counts.get(rule) ?? 0) + n);
  if (counts.size === 0) return '0';
  return [...counts].map(([rule, n]) => `${n} ${rule}`).join(', ');
}
