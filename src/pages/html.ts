// HTML from tagged templates: whatever is put in is escaped, unless it is HTML made here.

/** HTML that needs no escaping. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export type Value = string | number | Html | null | false | undefined | readonly Value[];

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Characters that no HTML document may hold; a name with one must not break the page.
const FORBIDDEN = /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\u{10000}-\u{10ffff}]/gu;

export const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (c) => NAMES[c] ?? c);

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(written).join('');
  return escaped(String(value));
}

/** @throws TypeError for a value in an attribute without quotes, where escaping is not enough */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const bare = parts.slice(0, -1).find((part) => /=\s*$/.test(part));
  if (bare !== undefined) throw new TypeError(`An attribute needs quotes: ${bare.slice(-30)}`);
  return new Html(parts.reduce((text, part, i) => text + written(values[i - 1]) + part));
}

/** For HTML and SVG made by the project itself, never for text from outside. */
export const made = (text: string): Html => new Html(text);

/** An address for href: web, mail, telephone or inside the site; anything else leads nowhere. */
export const address = (href: string): string =>
  /^(?:https?:|mailto:|tel:|#|\.{0,2}\/|[\w-]+(?:[./]|$))/i.test(href) &&
  !/^(?:javascript|data|vbscript):/i.test(href)
    ? href
    : '#';
