// Measures: a district's first load, one more day, what the state machine costs, and a question to the release.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { Day } from './bench-district.ts';
import type { Figure } from './figure.ts';
import { type MadeDistrict, madeDistrict } from './made-district.ts';

const bin = join(dirname(dirname(import.meta.dirname)), 'bin', 'homeroom.mjs');

export async function dayFigures(work: string, students: number): Promise<Figure[]> {
  const small = await firstAndNext(await madeDistrict(work, Math.round(students / 4)));
  const full = await madeDistrict(work, students);
  try {
    const first = await full.run('day-0');
    const next = await full.run('day-1');
    const size = `${students.toLocaleString('en-US')} students`;
    return [
      {
        what: `${size} × one year: first load`,
        measured: first.seconds,
        unit: 's',
        target: 30,
        note: costs(first),
      },
      { what: `${size}: one more day`, measured: next.seconds, unit: 's', target: 5, note: costs(next) },
      growth('first load', small.first, first),
      growth('one more day', small.next, next),
      {
        what: 'the day less the sum of its steps',
        measured: Math.max(...[first, next].map((d) => d.seconds - d.handler_seconds)),
        unit: 's',
        target: 0.5,
      },
      question(full),
    ];
  } finally {
    full.district.remove();
  }
}

export async function largeFigures(work: string, students: number): Promise<Figure[]> {
  const made = await madeDistrict(work, students);
  try {
    const first = await made.run('day-0');
    const next = await made.run('day-1');
    const size = `${students.toLocaleString('en-US')} students`;
    const rows = `${(made.made.rows / 1e6).toFixed(1)} M rows, ${(made.made.bytes / 1e9).toFixed(1)} GB`;
    return [
      {
        what: `${size} × one year: made by the simulator`,
        measured: made.made.seconds,
        unit: 's',
        target: 120,
        note: rows,
      },
      { what: `${size} × one year: first load`, measured: first.seconds, unit: 's', note: costs(first) },
      { what: `${size}: one more day`, measured: next.seconds, unit: 's', target: 60, note: costs(next) },
      { what: `${size}: peak memory of the first load`, measured: first.peakMb, unit: 'MB', target: 4096 },
      { what: `${size}: peak memory of one more day`, measured: next.peakMb, unit: 'MB', target: 4096 },
      question(made),
    ];
  } finally {
    made.district.remove();
  }
}

async function firstAndNext(made: MadeDistrict): Promise<{ first: Day; next: Day }> {
  try {
    return { first: await made.run('day-0'), next: await made.run('day-1') };
  } finally {
    made.district.remove();
  }
}

/** Processor time against rows: 1 where four times the rows cost four times as much. */
function growth(what: string, small: Day, full: Day): Figure {
  const rows = full.rows / small.rows;
  return {
    what: `${what}: growth of cost over growth of rows`,
    measured: full.cpu / small.cpu / rows,
    unit: '×',
    target: 1,
    note: `rows × ${rows.toFixed(1)}, processor time × ${(full.cpu / small.cpu).toFixed(1)}`,
  };
}

/** The best of three, as start-up from a cold cache of the disk is not the question. */
function question(made: MadeDistrict): Figure {
  const query = 'select school_name, in_person_rate from school_engagement order by school_name';
  const env = { ...process.env, HOMEROOM_HOME: made.district.home };
  const seconds = [1, 2, 3].map(() => {
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [bin, 'sql', '--district', 'bench', query], {
      env,
    });
    if (status !== 0) throw new Error(`sql ended with ${status}: ${stderr}`);
    return (performance.now() - started) / 1000;
  });
  return {
    what: 'homeroom sql, a simple question',
    measured: Math.min(...seconds),
    unit: 's',
    target: 1.5,
    note: 'best of three, start-up included',
  };
}

function costs(day: Day): string {
  const rows = day.rows.toLocaleString('en-US');
  const steps = Object.entries(day.steps)
    .filter(([, s]) => s >= 0.1)
    .map(([step, s]) => `${step} ${s.toFixed(1)}`);
  return `${rows} rows; cpu ${day.cpu.toFixed(1)} s; ${Math.round(day.peakMb)} MB; ${steps.join(', ')}`;
}
