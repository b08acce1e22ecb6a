// The command `sheet`: one student's sheet for staff, or the page for the family, as HTML and on paper.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bindReleased } from '../harmonize/released-views.ts';
import { localNames } from '../portal/local-names.ts';
import { receiptLines } from '../reports/keep-receipts.ts';
import { sheetsPrefix } from '../reports/report-keys.ts';
import { makeSheet } from '../sheets/make-sheet.ts';
import { typeset } from '../typeset/typeset.ts';
import { languageSchema } from '../words/languages.ts';
import { type Command, districtOption } from './command.ts';
import { openDistrict, releaseOf, withSession } from './open-district.ts';
import { UsageError } from './usage-error.ts';

export const sheet: Command = {
  name: 'sheet',
  summary: "One student's sheet for staff, or the page for the family; the name only when asked for.",
  usage: '--district NAME --student KEY [--for staff|family] [--lang en|es] [--names]',
  examples: [
    'sheet --district maple --student saabe3f45ac4e3750f7e',
    'sheet --district maple --student saabe3f45ac4e3750f7e --for family --lang es --names',
  ],
  options: {
    ...districtOption,
    student: { type: 'string', value: 'KEY', required: true, help: 'The key of the student.' },
    for: {
      type: 'string',
      value: 'WHO',
      fallback: 'staff',
      choices: ['staff', 'family'],
      help: 'Who reads it.',
    },
    lang: { type: 'string', value: 'LANG', fallback: 'en', choices: ['en', 'es'], help: 'en or es.' },
    names: {
      type: 'boolean',
      help: 'Put the name from the identity store on it; the file then holds a name.',
    },
    out: { type: 'string', value: 'DIR', help: "Where to write; else the district's sheets folder." },
  },
  async run(given) {
    const reader = given.text('for') ?? 'staff';
    if (reader !== 'staff' && reader !== 'family')
      throw new UsageError(`Nobody is called "${reader}" here.`, '--for', 'One of: staff, family.');
    const lang = languageSchema.safeParse(given.text('lang') ?? 'en');
    if (!lang.success)
      throw new UsageError('There are no words in that language.', '--lang', 'One of: en, es.');
    const open = openDistrict(given);
    const manifest = await releaseOf(open);
    const studentKey = given.need('student');
    const names = given.flag('names')
      ? await localNames(open.lake, manifest)([studentKey])
      : new Map<string, string>();
    const made = await withSession(open.lake, async (session) => {
      await bindReleased(session, open.root, open.lake, manifest.tables);
      return makeSheet({
        rows: (sql) => session.rows(sql),
        district: open.district,
        release: manifest.releaseId,
        runDate: manifest.date,
        studentKey,
        reader,
        lang: lang.data,
        name: names.get(studentKey) ?? null,
      });
    });
    const folder = given.text('out') ?? join(open.home, sheetsPrefix(manifest.releaseId));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const base = join(folder, `${reader}-${encodeURIComponent(studentKey)}.${lang.data}`);
    const kept = join(open.home, sheetsPrefix(manifest.releaseId));
    mkdirSync(kept, { recursive: true, mode: 0o700 });
    writeFileSync(join(kept, `${encodeURIComponent(studentKey)}.ndjson`), receiptLines(made.receipts), {
      mode: 0o600,
    });
    const files = { html: `${base}.html`, letter: `${base}.letter.pdf`, a4: `${base}.a4.pdf` };
    writeFileSync(files.html, made.html, { mode: 0o600 });
    writeFileSync(files.letter, typeset(made.model, 'letter', manifest.date).pdf, { mode: 0o600 });
    writeFileSync(files.a4, typeset(made.model, 'a4', manifest.date).pdf, { mode: 0o600 });
    given.out(
      given.json
        ? JSON.stringify({ ...files, facts: made.document, receipts: made.receipts }, null, 2)
        : Object.values(files).join('\n'),
    );
    return 0;
  },
};
