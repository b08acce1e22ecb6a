// Every page is whole without a script, small, says each gap in words, and gives each number its receipt.
import { describe, expect, it } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { LANGUAGES } from '../words/languages.ts';
import { renderHtml } from './render-html.ts';
import { LONG_NAME, sampleSchool } from './sample-facts.ts';
import { samplePages } from './sample-pages.ts';

const pages = LANGUAGES.flatMap((lang) =>
  Object.entries(samplePages(lang)).map(([name, model]) => ({
    name: `${name} (${lang})`,
    lang,
    model,
    html: renderHtml(model),
  })),
);
const page = (name: string) => pages.find((p) => p.name === name)?.html ?? '';
const textOf = (html: string): string => parseHTML(html).document.body.textContent ?? '';

describe.each(pages)('the page $name', ({ html, lang, model }) => {
  const { document } = parseHTML(html);
  const all = (
    selector: string,
  ): { readonly id: string; readonly tagName: string; readonly textContent: string }[] => [
    ...document.querySelectorAll(selector),
  ];

  it('is under 100 kB, with no script and nothing from elsewhere', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(html).not.toMatch(/<script|\son\w+=|<iframe|<img|@import|url\(["']?http/i);
  });

  it('says its language and title, and has one first heading with none skipped below it', () => {
    expect(document.documentElement.getAttribute('lang')).toBe(lang);
    expect(all('title')[0]?.textContent).toBe(model.title);
    const levels = all('h1, h2, h3').map((h) => Number(h.tagName.slice(1)));
    expect(levels.filter((l) => l === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
  });

  it('has no id twice', () => {
    const ids = all('[id]').map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lists the receipt of every number that it shows', () => {
    const shown = new Set([...html.matchAll(/data-receipt="(r-[0-9a-f]{16})"/g)].map(([, r]) => r));
    const listed = new Set(all('.receipts li').map((e) => e.id));
    expect([...shown].filter((r) => !listed.has(String(r)))).toEqual([]);
  });

  it('heads every table and captions it', () => {
    for (const table of document.querySelectorAll('table')) {
      expect(table.querySelector('caption')?.textContent).toBeTruthy();
      expect(table.querySelectorAll('thead th[scope=col]').length).toBeGreaterThan(1);
      expect(table.querySelectorAll('tbody th[scope=row]').length).toBe(
        table.querySelectorAll('tbody tr').length,
      );
    }
  });
});

describe('what a page must bear', () => {
  it('says for a school without students why there is no number, and draws no empty chart', () => {
    const said = textOf(page('empty (en)'));
    expect(said).toContain('Nobody could be judged yet.');
    expect(said).toContain('There is no line to draw.');
    expect(page('empty (en)')).not.toContain('<svg');
  });

  it('says for a school of four that its numbers are hidden, and shows none of them', () => {
    const said = textOf(page('tiny (en)'));
    expect(said).toContain('Hidden, because the group is small');
    expect(page('tiny (en)')).not.toMatch(/<td[^>]*>\d/);
  });

  it('shows a long name as it is written, never as markup', () => {
    expect(LONG_NAME.length).toBeGreaterThanOrEqual(80);
    expect(page('long (en)')).not.toContain('<at>');
    expect(textOf(page('long (en)'))).toContain(LONG_NAME);
  });

  it('gives the age of a source that has been silent for three weeks', () => {
    expect(textOf(page('school (en)'))).toContain(
      'nothing new since February 20, 2026, 21 days. Its numbers are that old.',
    );
    expect(textOf(page('school (es)'))).toContain('21 días');
  });

  it('tells a year that is hidden from one without data', () => {
    const said = textOf(page('school (en)'));
    expect(said).toContain('hidden to protect another');
    expect(said).toContain('no data yet');
  });

  it('names the student only when a name is given', () => {
    expect(page('student (en)')).toContain('O&#39;Brien');
    expect(page('unnamed (en)')).toContain('Student st-7f3a91');
    expect(page('unnamed (en)')).not.toContain('Zoë');
  });

  it('is the same for the same facts', () => {
    expect(samplePages('en').school?.about).toEqual(samplePages('en').school?.about);
    expect(sampleSchool()).toEqual(sampleSchool());
  });
});
