// Measures: files that only the own parser can read, from bytes to staged rows.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stream } from '../../src/simulate/random.ts';
import { attendanceHeader } from '../../src/simulate/vendors/sis-attendance.ts';
import { child, spentSchema } from './child.ts';
import type { Figure } from './figure.ts';

/** Rows of every odd kind: ragged, quoted breaks and delimiters, escaped quotes, mixed line ends. */
export async function irregularFigures(work: string, rows: number): Promise<Figure[]> {
  const path = join(work, `irregular-${rows}`, 'studentattendance', 'studentattendance_2026-05-30.csv');
  write(path, rows);
  const spent = await child('stage-child.ts', [path], spentSchema);
  const rate = { unit: 'rows/s', target: 150_000, better: 'above' as const };
  const note = `${rows.toLocaleString('en-US')} rows of 13 columns; peak ${Math.round(spent.peakMb)} MB`;
  return [
    { what: 'irregular files, own parser to staged', measured: rows / spent.seconds, ...rate, note },
    {
      what: 'irregular files: by processor time',
      measured: rows / spent.cpu,
      ...rate,
      note: `cpu ${spent.cpu.toFixed(1)} s`,
    },
  ];
}

function write(path: string, rows: number): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const draw = stream(7, 'irregular');
  const file = openSync(`${path}.part`, 'w');
  writeSync(file, `${attendanceHeader}\r\n`);
  for (let n = 0; n < rows; ) {
    let block = '';
    for (const end = Math.min(rows, n + 5000); n < end; n++) block += line(n, draw.word(n));
    writeSync(file, block);
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
}

function line(n: number, word: number): string {
  const day = new Date(Date.UTC(2025, 7, 18) + (Math.floor(n / 5000) % 280) * 86_400_000);
  const status = ['Present', '"Present, late"', '"Present ""x"""', '"Pre\nsent"'][word & 127] ?? 'Present';
  // Every thousandth row lacks a cell and is quarantined; every tenth ends as on another system.
  const last = n % 1000 === 999 ? '' : ',';
  const end = n % 10 === 0 ? '\n' : '\r\n';
  return `${n},${100000 + (n % 5000) * 7},2026,${200 + (n % 30)},${day.toISOString().slice(0, 10)},Yes,,,P,1,${status},Daily${last}${end}`;
}
