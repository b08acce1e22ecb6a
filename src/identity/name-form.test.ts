// Spellings of one name meet; different names stay apart.
import { describe, expect, it } from '@jest/globals';
import { nameForm } from './name-form.ts';

describe('the form of a name', () => {
  it.each([
    ['José-Luis', 'JOSE LUIS'],
    ["O'Neill ", 'Oneill'],
    ['Zoë', 'Zoe\u0308'],
    ['ﬁona', 'Fiona'],
  ])('joins %j and %j', (a, b) => {
    expect(nameForm(a)).toBe(nameForm(b));
  });

  it('keeps letters of other scripts and parts different names', () => {
    expect(nameForm('Лариса')).toBe('лариса');
    expect(nameForm('Ana')).not.toBe(nameForm('Anna'));
  });

  it('is empty where nothing is a letter', () => {
    expect(nameForm(' - 12.')).toBe('');
  });
});
