// Looks for words in everything that a district's home holds: every Parquet column as text, every other file as bytes.
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openSession } from '../../src/adapters/duckdb.ts';
import { identifier, literal } from '../../src/sql-text/sql-text.ts';
import { filesBelow } from './trial-district.ts';

/** Paths inside the home that hold one of the words, by the folder names given (all of them: ''). */
export async function filesThatHold(
  home: string,
  words: readonly string[],
  folders: readonly string[],
): Promise<string[]> {
  const session = await openSession({ tempDir: join(home, 'tmp'), memoryMb: 512 });
  await session.run('create temp table words (word varchar)');
  await session.append(
    'words',
    words.map((w) => [w.toLowerCase()]),
  );
  const found: string[] = [];
  try {
    for (const folder of folders) {
      const path = join(home, folder);
      for (const file of existsSync(path) ? filesBelow(path) : []) {
        const hit = file.endsWith('.parquet')
          ? await inParquet(session, file)
          : inText(readFileSync(file), words);
        if (hit) found.push(relative(home, file));
      }
    }
  } finally {
    session.close();
  }
  return found;
}

type Session = Awaited<ReturnType<typeof openSession>>;

/** A few words are looked for inside cells too, many as whole cells. */
async function inParquet(session: Session, file: string): Promise<boolean> {
  const source = `read_parquet(${literal(file)})`;
  const columns = await session.rows(`describe select * from ${source}`);
  const cells = columns.map((c) => `lower(cast(${identifier(String(c.column_name))} as varchar))`).join(', ');
  const [few] = await session.rows('select count(*) <= 40 as few from words');
  const [row] = await session.rows(
    `select count(*) as n from (select distinct unnest([${cells}]) as cell from ${source}) join words on ${few?.few === true ? 'contains(cell, word)' : 'cell = word'}`,
  );
  return Number(row?.n) > 0;
}

/** Words are met whole, or as parts when there are few of them. */
function inText(bytes: Buffer, words: readonly string[]): boolean {
  const text = bytes.toString('utf8').toLowerCase();
  if (words.length <= 40) return words.some((w) => text.includes(w.toLowerCase()));
  const found = new Set(text.split(/[^\p{L}\p{N}@._-]+/u));
  return words.some((w) => found.has(w.toLowerCase()));
}
