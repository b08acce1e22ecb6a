// `npm start`: a synthetic district from vendors' files to released tables, four days, and what came of it.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { directoryLake } from '../src/adapters/directory-lake.ts';
import { filesTable, modelsFailedText } from '../src/commands/run-text.ts';
import { textTable } from '../src/commands/text-table.ts';
import { stateRoot } from '../src/district/district-home.ts';
import { portalOf } from '../src/portal/make-portal.ts';
import { taskInWords } from '../src/registry/in-words.ts';
import { evaluationOf, readRegistry } from '../src/registry/registry.ts';
import { currentManifest } from '../src/release/release-store.ts';
import { reportKey } from '../src/reports/report-keys.ts';
import { reportSchema as reportRecordSchema } from '../src/reports/report-record.ts';

const district = 'maple';
const size = { students: '2000', schools: '5', years: '5', seed: '7' };
const root = dirname(import.meta.dirname);
const demo = join(stateRoot(), 'demo');

const daySchema = z.object({ day: z.string(), run_date: z.string() });
const stories: Readonly<Record<string, string>> = {
  'day-0': 'the first load, everything up to now',
  'day-1': 'an ordinary day',
  'day-2':
    'a messy day: a late file, a repeated file, broken rows, a cut-off file, an unknown sensitive column',
  'day-3': 'an ordinary day again',
};
const fileLine = z.object({
  module: z.string(),
  table: z.string(),
  file_name: z.string(),
  status: z.string(),
  reason: z.string(),
  rows_in: z.number(),
  accepted: z.number(),
  quarantined: z.record(z.string(), z.number()),
  superseded: z.number(),
  held: z.number(),
  unknown_columns: z.array(z.string()),
});
const reportSchema = z.object({
  release_id: z.string(),
  seconds: z.number(),
  handler_seconds: z.number(),
  peak_memory_mb: z.number(),
  students: z.number(),
  ids_seen: z.number(),
  ids_matched: z.number(),
  tables_made: z.number(),
  files: z.array(fileLine),
  models_failed: z.object({ step: z.string(), why: z.string() }).nullable(),
});

/** Runs one command of the command line in a process of its own, so that its memory is its own too. */
async function homeroom(words: readonly string[]): Promise<string> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'bin', 'homeroom.ts'), ...words],
    {
      cwd: root,
      env: { ...process.env, HOMEROOM_PROGRESS: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) {
    process.stderr.write(`homeroom ${words[0]} stopped with code ${code}.\n`);
    process.exit(1);
  }
  return text;
}

/** A day in one line; the table at the end says the rest. */
function dayLine(files: readonly z.infer<typeof fileLine>[]): string {
  const sum = (of: (f: z.infer<typeof fileLine>) => number) => files.reduce((n, f) => n + of(f), 0);
  const quarantined = sum((f) => Object.values(f.quarantined).reduce((a, b) => a + b, 0));
  return `${files.length} files, ${sum((f) => f.rows_in)} rows: ${sum((f) => f.accepted)} accepted, ${quarantined} quarantined, ${sum((f) => f.superseded)} superseded, ${sum((f) => f.held)} held.`;
}

const say = (text: string) => process.stdout.write(`${text}\n`);

if (!existsSync(join(demo, 'exports', 'days.json'))) {
  say(
    `Making a synthetic district: ${size.students} students, ${size.schools} schools, ${size.years} school years …`,
  );
  await homeroom(['simulate', ...Object.entries(size).flatMap(([k, v]) => [`--${k}`, v]), '--out', demo]);
}
const days = z.array(daySchema).parse(JSON.parse(readFileSync(join(demo, 'exports', 'days.json'), 'utf8')));
const released = (await currentManifest(directoryLake(join(stateRoot(), district)), district)).date;
const rows: string[][] = [];
const taken: z.infer<typeof fileLine>[] = [];

for (const day of days) {
  if (released >= day.run_date) {
    say(`${day.run_date} is released already.`);
    continue;
  }
  say(`\n${day.run_date}: ${stories[day.day] ?? day.day}`);
  const folder = join(demo, 'exports', day.day);
  for (const module of readdirSync(folder).sort()) {
    await homeroom(['land', '--district', district, '--module', module, join(folder, module)]);
  }
  const report = reportSchema.parse(
    JSON.parse(await homeroom(['run', '--district', district, '--date', day.run_date, '--json'])),
  );
  say(dayLine(report.files));
  taken.push(...report.files);
  if (report.models_failed !== null) say(modelsFailedText(report.models_failed));
  for (const f of report.files.filter((x) => x.status === 'held' || x.status === 'refused')) {
    say(`${f.status}: ${f.module} ${f.file_name}: ${f.reason}`);
  }
  for (const f of report.files.filter((x) => x.unknown_columns.length > 0)) {
    say(`not in the contract, so dropped: ${f.module} ${f.file_name}: ${f.unknown_columns.join(', ')}`);
  }
  rows.push([
    day.run_date,
    String(report.files.length),
    String(report.tables_made),
    report.seconds.toFixed(1),
    String(report.peak_memory_mb),
    `${report.ids_matched} of ${report.ids_seen}`,
  ]);
}

if (rows.length > 0) {
  say(`\nWhat came in over these days, and where every row went:\n${filesTable(taken)}`);
  say(`\n${textTable(['day', 'files', 'tables made', 'seconds', 'peak memory MB', 'ids matched'], rows)}`);
}
say('\nHow the schools do this year:');
say(
  await homeroom([
    'sql',
    '--district',
    district,
    readFileSync(join(root, 'bin', 'start-headline.sql'), 'utf8'),
  ]),
);
say('Which models are in use:');
const lake = directoryLake(join(stateRoot(), district));
for (const [task, entry] of Object.entries((await readRegistry(lake)).tasks)) {
  for (const line of taskInWords(task, entry, await evaluationOf(lake, task, entry.champion))) say(line);
}
say('Not used by any of them: sex, race, meal status, disability, language, birth year, school.');
say(
  '\nThe ten next students to check in with, for whom something can still change (keys; names stay in the identity store; an answer lapses after its day):',
);
say(
  await homeroom([
    'sql',
    '--district',
    district,
    '--',
    readFileSync(join(root, 'bin', 'start-checkins.sql'), 'utf8'),
  ]),
);
await tellFiles();
say(`Next:
  npx homeroom sql --district ${district} "select school_name, grade, school_year, in_person_days, missed_days, attendance_band, digital_days from student_engagement limit 5"
  npx homeroom portal --district ${district}
  npx homeroom checkins list --district ${district}
  npx homeroom models list --district ${district}
  npx homeroom status --district ${district}
  npx homeroom quarantine list --district ${district}
  npx homeroom --help`);

/** The files that people hold in their hands, of the release that has just been made. */
async function tellFiles() {
  const manifest = await currentManifest(lake, district);
  const text = await lake.readText(reportKey(manifest.releaseId));
  if (text === undefined) {
    say(
      `No pages were made for release ${manifest.releaseId}; make them with: npx homeroom report --district ${district}`,
    );
    return;
  }
  const record = reportRecordSchema.parse(JSON.parse(text));
  const home = join(stateRoot(), district);
  say(
    `\nPages of the district and its schools (${record.numbers} numbers with receipts, ${record.hidden} hidden to protect small groups, ${record.seconds} s):`,
  );
  for (const page of record.pages.filter((p) => p.lang === 'en')) {
    say(`  ${page.name}: ${join(home, page.html)}`);
    say(`    on paper: ${join(home, page.letter)}, ${join(home, page.a4)}`);
  }
  say('  The same in Spanish: pages/es beside pages/en.');
  const portal = await portalOf(lake, manifest.releaseId);
  if (portal !== undefined) {
    const site = join(home, 'portal', manifest.releaseId);
    say(
      `\nThe portal (${portal.files} files, ${(portal.bytes / 1e6).toFixed(1)} MB, made in ${portal.seconds} s): npx homeroom portal --district ${district}`,
    );
    say("The week's check-in list of each school, with names for its staff alone:");
    for (const school of portal.schools)
      say(`  ${school.name}: ${join(site, 'named', school.key, 'index.html')}`);
  }
  const mails = (await lake.list(`outbox/${manifest.releaseId}`)).filter((key) => key.endsWith('.eml'));
  say(`\n${mails.length} mails and letters wait in ${join(home, 'outbox', manifest.releaseId)}.`);
  const first = await homeroom([
    'sql',
    '--district',
    district,
    '--format',
    'csv',
    'select student_key from check_in_item order by item_id limit 1',
  ]);
  const student = first.trim().split('\n').at(1);
  if (student !== undefined) {
    const [html, letter] = (await homeroom(['sheet', '--district', district, '--student', student])).split(
      '\n',
    );
    say(`A student sheet, for one student of a list: ${html}\n  on paper: ${letter}\n`);
  }
}
