// Places for names in pages of the zone `named`: the builder leaves a mark, the list writer puts the name or the key there.

import { kindOf } from '../lake/web-type.ts';
import { escaped } from '../pages/html.ts';
import type { Words } from '../words/words.ts';
import type { NameLookup } from './names.ts';
import type { SiteFile } from './site-file.ts';

const MARK = /@@name:([A-Za-z0-9_-]+)@@/g;

/** Stands for the name of a student in a page; no name can be taken for one. */
export const nameOf = (studentKey: string): string => `@@name:${studentKey}@@`;

export function keysIn(files: readonly SiteFile[]): string[] {
  const found = new Set<string>();
  for (const { text } of files) for (const [, key = ''] of text.matchAll(MARK)) found.add(key);
  return [...found];
}

/** The same files with names in their places; a student without a name is told by key. */
export async function withNames(
  files: readonly SiteFile[],
  lookup: NameLookup,
  words: Words,
): Promise<SiteFile[]> {
  const names = await lookup(keysIn(files));
  return files.map(({ key, text }) => ({
    key,
    text: text.replace(MARK, (_, student: string) => {
      const name = names.get(student) ?? words.say('portal.list.unnamed', { key: student });
      return kindOf(key) === 'html'
        ? escaped(name)
        : name.replaceAll('"', '""').replace(/^[=+\-@\t\r]/, "'$&");
    }),
  }));
}
