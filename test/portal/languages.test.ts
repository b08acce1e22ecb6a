// A district whose staff read Spanish: lists and sheets are in it to the last reason, and English is a folder.
import { describe, expect, it } from '@jest/globals';
import { buildSite } from '../../src/portal/build-site.ts';
import { madeUpSite, schoolKey, studentKey } from './made-up.ts';

const site = buildSite(madeUpSite({ schools: [{ '09': 40 }], weeks: 4, lang: 'es', others: ['en'] }));
const named = new Map(site.named.flatMap((n) => n.files).map((f) => [f.key.split('/').at(-1), f.text]));
const list = named.get('index.html') ?? '';
const student = named.get(`student-${studentKey(1)}.html`) ?? '';

describe('where the staff read Spanish', () => {
  it.each([
    ['the list', list],
    ['the student', student],
  ])('%s says reasons, strength and next step in it', (_, text) => {
    expect(text).toContain('<html lang="es">');
    expect(text).toContain('días de clase que faltó: 3 en las últimas 4 semanas, 14 este año');
    expect(text).toContain('nota media 81 el último periodo');
    expect(text).toContain('hablar con el alumno');
    expect(text).not.toContain('lang="en"');
  });

  it('the other language is a folder of the same zone, and holds nobody', () => {
    const english = site.open.filter((f) => f.key.includes('/en/'));
    expect(english.map((f) => f.key)).toContain(`r000001-2026-03-13/schools/${schoolKey(0)}/en/index.html`);
    for (const { text } of english) expect(text).not.toMatch(/@@name|s0000000000000000/);
    expect([...named.keys()].some((k) => k === undefined || k.startsWith('en'))).toBe(false);
  });
});
