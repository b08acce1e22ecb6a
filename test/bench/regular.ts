// Measures: large regular files from the drop zone to a release, against DuckDB's own pass over the same bytes.
import { benchDistrict } from './bench-district.ts';
import { child, spentSchema } from './child.ts';
import type { Figure } from './figure.ts';
import { regularFiles } from './regular-files.ts';

export async function regularFigures(work: string, rows: number): Promise<Figure[]> {
  const files = regularFiles(work, rows);
  const raw = () => child('raw-pass-child.ts', [files.attendance, files.activity], spentSchema);
  const before = await raw();
  const district = benchDistrict(work, ['contoso_sis', 'clever']);
  try {
    district.land('contoso_sis', files.folders.contoso_sis);
    district.land('clever', files.folders.clever);
    const day = await district.run('2026-05-30');
    const after = await raw();
    // The machine's mood changes: the yardstick is laid on before and after.
    const seconds = (before.seconds + after.seconds) / 2;
    const cpu = (before.cpu + after.cpu) / 2;
    const size = `${(files.rows / 2e6).toFixed(1)} M + ${(files.rows / 2e6).toFixed(1)} M rows`;
    const steps = Object.entries(day.steps)
      .filter(([, s]) => s >= 0.1)
      .map(([step, s]) => `${step} ${s.toFixed(1)}`);
    return [
      {
        what: 'regular files: DuckDB alone',
        measured: seconds,
        unit: 's',
        note: `${size}; cpu ${cpu.toFixed(1)} s`,
      },
      {
        what: 'regular files: drop zone to release',
        measured: day.seconds,
        unit: 's',
        note: `cpu ${day.cpu.toFixed(1)} s; ${steps.join(', ')}`,
      },
      { what: 'regular files: ratio', measured: day.seconds / seconds, unit: '×', target: 3 },
      { what: 'regular files: ratio of processor time', measured: day.cpu / cpu, unit: '×', target: 3 },
      { what: 'regular files: peak memory', measured: day.peakMb, unit: 'MB', target: 4096 },
    ];
  } finally {
    district.remove();
  }
}
