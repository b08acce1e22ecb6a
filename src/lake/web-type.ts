// Which keys of the lake browsers are served, and as what: a store writes the media type, a server and the site read it.
export const TYPES = {
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  pdf: 'application/pdf',
} as const;

export type FileKind = keyof typeof TYPES;

/** The kind by the key's ending; undefined for what browsers are not served. */
export function kindOf(key: string): FileKind | undefined {
  const ending = /\.([a-z]+)$/.exec(key)?.[1] ?? '';
  return isKind(ending) ? ending : undefined;
}

function isKind(ending: string): ending is FileKind {
  return Object.hasOwn(TYPES, ending);
}

/** The media type of a key of the lake that browsers are served; undefined for all other keys. */
export function webTypeOf(key: string): string | undefined {
  const kind = key.startsWith('portal/') ? kindOf(key) : undefined;
  return kind === undefined ? undefined : TYPES[kind];
}
