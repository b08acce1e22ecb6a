// The command `quarantine list`: what is kept out of the release, and what to do about it.
import { type QuarantineLine, quarantineLines } from '../quarantine/quarantine-list.ts';
import { takenFiles } from '../quarantine/taken-file.ts';
import { requestedReplays } from '../run/replay.ts';
import { type Command, districtOption } from './command.ts';
import { openDistrict, releaseOf, withSession } from './open-district.ts';
import { textTable } from './text-table.ts';

export const quarantineList: Command = {
  name: 'quarantine list',
  summary: 'List rows and files that are kept out, why, and what to do.',
  usage: '--district NAME [--module MODULE] [--run ID] [--all]',
  examples: [
    'quarantine list --district contoso --json',
    'quarantine list --district contoso --module clever',
  ],
  options: {
    ...districtOption,
    module: { type: 'string', value: 'MODULE', help: 'Only files of this source.' },
    run: { type: 'string', value: 'ID', help: 'Only files that this run read last.' },
    all: { type: 'boolean', help: 'Also files of which a later one of the same name was accepted.' },
  },
  async run(given) {
    const opened = openDistrict(given);
    const manifest = await releaseOf(opened);
    const files = (await takenFiles(opened.lake, manifest)).filter(
      (f) =>
        (given.flag('all') || !f.overtaken) &&
        (given.text('module') ?? f.facts.module) === f.facts.module &&
        (given.text('run') ?? f.runId) === f.runId,
    );
    const lines = await withSession(opened.lake, (session) => quarantineLines(session, opened.lake, files));
    const waiting = new Set((await requestedReplays(opened.lake)).map((r) => r.raw));
    if (given.json) {
      const entries = lines.map((line) => ({ ...line, replay_requested: waiting.has(line.raw) }));
      given.out(
        JSON.stringify({ district: opened.district.district, release: manifest.releaseId, lines: entries }),
      );
    } else given.out(text(lines, waiting));
    return 0;
  },
};

function text(lines: readonly QuarantineLine[], waiting: ReadonlySet<string>): string {
  if (lines.length === 0) return 'Nothing is kept out.';
  const kept = lines.filter((l) => l.state !== 'refused');
  const header = ['source', 'table', 'file', 'batch', 'rows', 'kept out for', 'column'];
  const rows = kept.map((l) => [
    l.module,
    l.table_name,
    l.file_name,
    (l.batch_id ?? '').slice(0, 12),
    String(l.rows),
    l.state === 'rows' ? l.rule : `${l.state}: ${l.reason}`,
    l.column_name,
  ]);
  const advice = [...new Set(kept.map((l) => `${l.state === 'rows' ? l.rule : l.state}: ${l.what_to_do}`))];
  const again = lines.filter((l) => waiting.has(l.raw)).length;
  return [
    ...(rows.length > 0 ? [textTable(header, rows), '', ...advice] : []),
    ...refusals(lines),
    ...(again > 0 ? ['', `${again} of these lines are of files that the next run reads again.`] : []),
  ].join('\n');
}

/** Files that a contract refuses come every day and are as they should be: one line a table. */
function refusals(lines: readonly QuarantineLine[]): string[] {
  const counts = new Map<string, number>();
  for (const l of lines.filter((line) => line.state === 'refused')) {
    const what = `${l.module} ${l.table_name}: ${l.reason}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  const found = [...counts].map(
    ([what, n]) => `${n} ${n === 1 ? 'file' : 'files'} refused by contract: ${what}`,
  );
  return found.length > 0 && lines.length > found.length ? ['', ...found] : found;
}
