// Speed of the own parser on one core: prints megabytes and rows a second, and the peak of memory.
// Run: node test/bench/parse.ts [rows]
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toUtf8File } from '../../src/parse/decode.ts';
import { jsonToCanonicalCsv } from '../../src/parse/json-to-canonical-csv.ts';
import { scanRegular } from '../../src/parse/scan-regular.ts';
import { toCanonicalCsv } from '../../src/parse/to-canonical-csv.ts';

const NAMES =
  'id,student_id,school_year,school_id,date,all_day,period,section_id,code,presence,status,type,count'.split(
    ',',
  );
const rows = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'bench-parse-'));

function cells(n: number): string[] {
  const id = (n * 2654435761).toString(16).padStart(32, '0').slice(0, 32);
  const date = `2022-01-${String((n % 28) + 1).padStart(2, '0')}`;
  return [
    `${n}`,
    id,
    '2021',
    `${n % 9}`,
    date,
    'TRUE',
    `${n % 7}`,
    `${1000 + (n % 9000)}`,
    'P',
    'TRUE',
    'Present',
    'InPerson',
    '1',
  ];
}

const writers: Record<string, (n: number) => string> = {
  unquoted: (n) => `${cells(n).join(',')}\n`,
  quoted: (n) => `"${cells(n).join('","')}"\r\n`,
  // Every tenth row needs the exact path; a delimiter and an escaped quote must be rewritten.
  odd: (n) =>
    n % 10 === 0 ? `${cells(n).join(';')};\r\n` : `${cells(n).slice(0, 12).join(';')};"a, \\"b\\""\n`,
  json: (n) => `${JSON.stringify(Object.fromEntries(cells(n).map((cell, i) => [NAMES[i], cell])))}\n`,
};

function write(kind: string): string {
  const path = join(folder, kind);
  const line = writers[kind] ?? (() => '');
  const file = openSync(path, 'w');
  if (kind !== 'json')
    writeSync(
      file,
      `${NAMES.join(kind === 'odd' ? ';' : ',')}\n`.replace(/\n$/, kind === 'quoted' ? '\r\n' : '\n'),
    );
  for (let n = 0; n < rows; ) {
    let block = '';
    for (const end = Math.min(rows, n + 10_000); n < end; n++) block += line(n);
    writeSync(file, block);
  }
  closeSync(file);
  return path;
}

/** Processor time, so that a busy machine does not slow the figures. */
function measure(what: string, path: string, work: () => { records: number }): void {
  const before = process.cpuUsage();
  const { records } = work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const speed = `${(statSync(path).size / 1e6 / seconds).toFixed(0).padStart(6)} MB/s`;
  console.log(`${what.padEnd(28)} ${speed} ${(records / seconds).toFixed(0).padStart(10)} rows/s`);
}

try {
  const out = join(folder, 'out');
  for (const kind of ['unquoted', 'quoted']) {
    const path = write(kind);
    measure(`${kind}: validate UTF-8`, path, () => ({ records: toUtf8File(path, ['utf-8'], out) && rows }));
    for (let run = 0; run < 2; run++) {
      measure(`${kind}: prove regular`, path, () => ({ records: 0, ...scanRegular(path, { header: true }) }));
    }
    measure(`${kind}: exact path`, path, () => toCanonicalCsv(path, { header: true }, out));
  }
  const odd = write('odd');
  measure('odd: exact path', odd, () => toCanonicalCsv(odd, { header: true, backslashQuotes: true }, out));
  const json = write('json');
  measure('JSON lines: exact path', json, () => jsonToCanonicalCsv(json, { paths: NAMES }, out));
  console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
} finally {
  rmSync(folder, { recursive: true });
}
