// Paper: one sheet, tagged, with title and language, the same bytes each time, and the numbers of the screen.
import { describe, expect, it } from '@jest/globals';
import { samplePages } from '../pages/sample-pages.ts';
import { LANGUAGES } from '../words/languages.ts';
import { FONTS, typeset } from './typeset.ts';

const PRINTED = '2026-03-13';
const pages = LANGUAGES.flatMap((lang) =>
  Object.entries(samplePages(lang)).flatMap(([name, model]) =>
    (['letter', 'a4'] as const).map((sheet) => ({ name, lang, sheet, model })),
  ),
);

describe.each(pages)('$name in $lang on $sheet', ({ model, lang, sheet }) => {
  const { pdf, pages } = typeset(model, sheet, PRINTED);
  const raw = Buffer.from(pdf).toString('latin1');

  it('is one sheet', () => expect(pages).toBe(1));

  it('is a tagged PDF with a language and a title that readers show', () => {
    expect(raw.slice(0, 5)).toBe('%PDF-');
    expect(raw).toContain('/StructTreeRoot');
    expect(raw).toContain(`/Lang (${lang}-US)`);
    expect(raw).toMatch(/\/DisplayDocTitle true/);
    expect(raw).toContain('pdfuaid');
  });

  it('embeds no font but those of the compiler', () => {
    const fonts = [...raw.matchAll(/\/FontName \/[A-Z]{6}\+([A-Za-z0-9]+)/g)].map(([, name = '']) => name);
    const ours = FONTS.map((f) => f.replaceAll(' ', ''));
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((f) => !ours.some((o) => f.startsWith(o) || f.startsWith('NewCM')))).toEqual([]);
  });

  it('is the same bytes twice', () => {
    expect(Buffer.from(typeset(model, sheet, PRINTED).pdf).equals(Buffer.from(pdf))).toBe(true);
  });
});
