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
  const header = ['source', 'table', 'file', 'batch', 'rows', 'kept out for', 'column'];
  const rows = lines.map((l) => [
    l.module,
    l.table_name,
    l.file_name,
    l.batch_id ?? '',
    l.state === 'refused' ? '' : String(l.rows),
    l.state === 'rows' ? l.rule : `${l.state}: ${l.reason}`,
    l.column_name,
  ]);
  const advice = [...new Set(lines.map((l) => `${l.state === 'rows' ? l.rule : l.state}: ${l.what_to_do}`))];
  const again = lines.filter((l) => waiting.has(l.raw)).length;
  return [
    textTable(header, rows),
    '',
    ...advice,
    ...(again > 0 ? ['', `${again} of these lines are of files that the next run reads again.`] : []),
  ].join('\n');
}
