// Nothing that is put into a page can become markup.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { address, escaped, Html, html, made } from './html.ts';

describe('html', () => {
  it('escapes text and attributes', () => {
    const name = `O'Neil "<script>alert(1)</script>" & co`;
    expect(html`<p title="${name}">${name}</p>`.text).toBe(
      '<p title="O&#39;Neil &quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot; &amp; co">' +
        'O&#39;Neil &quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot; &amp; co</p>',
    );
  });

  it('takes HTML made by itself, lists, and nothing for what is not there', () => {
    expect(
      html`<ul>${['a', 'b<'].map((t) => html`<li>${t}</li>`)}${null}${false}${undefined}</ul>`.text,
    ).toBe('<ul><li>a</li><li>b&lt;</li></ul>');
    expect(html`${made('<svg/>')}`).toBeInstanceOf(Html);
  });

  it('refuses an attribute without quotes', () => {
    expect(() => html`<a href=${'x'}>`).toThrow('quotes');
  });

  it('leaves no markup character of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"'\0]/.test(escaped(text))));
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '\tjavascript:x',
  ])('has no address for %j', (href) => expect(address(href)).toBe('#'));

  it.each([
    'https://a.example/x',
    'mailto:a@b.example',
    '#r-1',
    './es.html',
    '../x',
    'es/school.html',
    'page.css',
  ])('has the address %j', (href) => expect(address(href)).toBe(href));
});
