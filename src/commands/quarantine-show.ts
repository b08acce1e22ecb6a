// The command `quarantine show`: which records of a file are kept out, and why; their data only for a data steward.
import { logAccess, mayLook } from '../quarantine/access-log.ts';
import { fileAdvice } from '../quarantine/advice.ts';
import { findFile } from '../quarantine/find-file.ts';
import { type QuarantinedRow, quarantinedRecords } from '../quarantine/quarantined-rows.ts';
import { rawLines } from '../quarantine/raw-lines.ts';
import { quarantinedRows, type TakenFile, takenFiles } from '../quarantine/taken-file.ts';
import { type Command, districtOption } from './command.ts';
import { openDistrict, releaseOf, withSession } from './open-district.ts';
import { textTable } from './text-table.ts';
import { UsageError } from './usage-error.ts';
import { wholeNumber } from './whole-number.ts';

export const quarantineShow: Command = {
  name: 'quarantine show',
  summary: 'Show which records of a file are kept out: line, rule and column.',
  usage: 'BATCH|FILE --district NAME [--limit N]',
  examples: [
    'quarantine show --district contoso studentattendance.csv',
    'quarantine show --district contoso 3f9a1c22 --limit 5',
  ],
  options: {
    ...districtOption,
    limit: { type: 'string', value: 'N', fallback: '20', help: 'Show at most so many records.' },
    clear: {
      type: 'boolean',
      help: 'Print the lines as received: for HOMEROOM_ROLE=data-steward, on a terminal, logged in log/access.jsonl.',
    },
  },
  async run(given) {
    const limit = wholeNumber(given, 'limit');
    const [word] = given.positionals;
    if (word === undefined) {
      throw new UsageError(
        'No file was named.',
        'homeroom quarantine show',
        `npx homeroom ${this.examples[0] ?? ''}`,
      );
    }
    if (given.flag('clear')) mayLook(process.env.HOMEROOM_ROLE, process.stdout.isTTY === true && !given.json);
    const opened = openDistrict(given);
    const files = (await takenFiles(opened.lake, await releaseOf(opened))).filter(isKeptOut);
    const file = findFile(files, word, opened.district.district);
    const rows = await withSession(opened.lake, (s) => quarantinedRecords(s, opened.lake, file, limit));
    if (given.json) {
      given.out(JSON.stringify(summary(file, rows)));
      return 0;
    }
    given.out(text(file, rows));
    if (given.flag('clear')) {
      logAccess(opened.home, {
        batch: file.facts.batch?.batchId ?? null,
        file: file.facts.fileName,
        records: rows.map((r) => r.record_no),
      });
      const lines = await rawLines(
        opened.lake,
        file,
        rows.map((r) => r.line_no),
      );
      for (const r of rows) given.out(`${String(r.line_no).padStart(6)}  ${lines.get(r.line_no) ?? ''}`);
    }
    return 0;
  },
};

function isKeptOut(file: TakenFile): boolean {
  const { status } = file.facts;
  return status === 'held' || status === 'refused' || quarantinedRows(file) > 0;
}

function summary(file: TakenFile, rows: readonly QuarantinedRow[]) {
  const { facts } = file;
  return {
    module: facts.module,
    table_name: facts.table,
    file_name: facts.fileName,
    batch_id: facts.batch?.batchId ?? null,
    run_id: file.runId,
    raw: file.raw,
    status: facts.status,
    reason: facts.reason,
    quarantined: quarantinedRows(file),
    unknown_columns: facts.unknownColumns,
    records: rows,
  };
}

function text(file: TakenFile, rows: readonly QuarantinedRow[]): string {
  const { facts } = file;
  const head = [`${facts.module} ${facts.table}: ${facts.fileName}`, `as received: ${file.raw}`];
  if (facts.status !== 'accepted')
    return [...head, `${facts.status}: ${facts.reason}`, fileAdvice(file)].join('\n');
  const total = quarantinedRows(file);
  const table = textTable(
    ['record', 'line', 'rule', 'column'],
    rows.map((r) => [String(r.record_no), String(r.line_no), r.rule, r.column_name]),
  );
  const more = rows.length < total ? [`… ${total - rows.length} more; --limit ${total} shows all.`] : [];
  return [...head, `${total} of ${facts.rowsIn} records are kept out.`, '', table, ...more].join('\n');
}
